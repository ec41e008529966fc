"""prostcli: who owes what under a council's programme, who has reported it, and how we know."""
