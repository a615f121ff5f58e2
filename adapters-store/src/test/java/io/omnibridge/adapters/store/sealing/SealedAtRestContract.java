package io.omnibridge.adapters.store.sealing;

import static io.omnibridge.adapters.store.sealing.SealedAccounts.HOME;
import static io.omnibridge.adapters.store.sealing.SealedAccounts.WORK;

import io.omnibridge.adapters.store.vault.PortsUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an attacker gains who can write a store: rows with other metadata, and credentials that do not open. */
public interface SealedAtRestContract extends PortsUnderTest {

    Keyset KEYSET = Keyset.generate();

    default SealedAccounts accounts() {
        return new SealedAccounts(store(), KEYSET);
    }

    @BeforeEach
    default void linkWorkAndHome() {
        accounts().link(WORK, "1");
        accounts().link(HOME, "2");
    }

    @Test
    default void unchanged_credentials_open() {
        accounts().assertOpens(WORK);
        accounts().assertOpens(HOME);
    }
}
