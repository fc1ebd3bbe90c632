"""Somebody's hands in a store, past the program and with every right over the database."""

import sqlite3

import psycopg

from infra.postgres.addresses import conninfo_of
from infra.postgres.seals import PostgresSeals
from infra.sqlite.seals import SqliteSeals


class SqliteHands:
    """Hands in an SQLite file."""

    def __init__(self, store):
        self.store, self.seals = store, SqliteSeals(store)
        self.columns = [name for _, name, *_ in self.sql("PRAGMA table_info(events)")]

    def sql(self, statement, *parameters):
        connection = sqlite3.connect(self.store.path, isolation_level=None)
        try:
            return connection.execute(statement, parameters).fetchall()
        finally:
            connection.close()


class PostgresHands:
    """Hands in a PostgreSQL database, as its owner, who has switched off what guards the tables."""

    def __init__(self, store):
        self.store, self.seals = store, PostgresSeals(store)
        for table in ("events", "seals", "seal_tiles"):
            self.sql(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
        self.columns = [name for (name,) in self.sql("SELECT column_name FROM information_schema.columns WHERE table_name = ?", "events")]

    def sql(self, statement, *parameters):
        with psycopg.connect(conninfo_of(self.store.url), autocommit=True) as connection:
            connection.execute("SET search_path = sagsspor")
            done = connection.execute(statement.replace("?", "%s"), parameters)
            return done.fetchall() if done.description else []
