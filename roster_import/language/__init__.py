"""What people are told, in their language: one system of messages and catalogues."""
