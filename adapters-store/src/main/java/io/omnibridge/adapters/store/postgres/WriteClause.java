package io.omnibridge.adapters.store.postgres;

/** A common table expression of the statement, and its parameters. */
record WriteClause(String sql, ParameterFilling filling) {}
