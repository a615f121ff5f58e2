package io.omnibridge.bootstrap.e2e;

import java.sql.SQLException;

class PostgresRotationIT extends RotationContract<PostgresNodes> {

    PostgresRotationIT() {
        super(PostgresNodes.onNewDatabase());
    }

    @Override
    String ownerOf(String digest, PostgresNodes nodes, SeededAccounts accounts) {
        try {
            return nodes.database().ask("""
                    SELECT user_id FROM accounts WHERE encode(sha256(
                           int4send(octet_length(user_id)) || convert_to(user_id, 'UTF8')
                        || int4send(octet_length(provider)) || convert_to(provider, 'UTF8')
                        || int4send(octet_length(provider_account_id)) || convert_to(provider_account_id, 'UTF8')),
                        'hex') LIKE '%s%%'
                    """.formatted(digest));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
