package io.omnibridge.application.port;

import org.junit.jupiter.api.Tag;

/**
 * What every {@link TokenStore} must do. The test of a store is one small class:
 *
 * <pre>{@code
 * class PostgresTokenStoreTest implements TokenStoreContract {
 *     public TokenStore store() { … }
 *     public AuditLog auditLog() { … }
 * }
 * }</pre>
 */
@Tag("D3")
public interface TokenStoreContract
        extends IsolationContract,
                ListContract,
                ListPagesContract,
                LinkContract,
                LabelContract,
                VersionContract,
                RefreshContract,
                NeedsReconnectContract,
                AuditLoggingContract,
                ConcurrencyContract {}
