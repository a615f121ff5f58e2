package io.omnibridge.adapters.store.postgres;

import java.sql.SQLException;

/** Fills in the parameters. */
@FunctionalInterface
interface ParameterFilling {
    void into(Parameters parameters) throws SQLException;
}
