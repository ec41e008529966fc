"""What the files say, as frozen values: the programme, its boards, its obligations, submissions."""
