"""The use cases that go all the way: from the files to a document in a form, or to a site."""
