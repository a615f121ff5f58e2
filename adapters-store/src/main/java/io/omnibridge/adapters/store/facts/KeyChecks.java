package io.omnibridge.adapters.store.facts;

import io.omnibridge.adapters.store.sealing.FactPurpose;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkFactSealer;

/**
 * The check values: one for each key that was ever a primary one here, so one for each key under which something may be
 * sealed. A node leaves its own before it seals anything else.
 */
final class KeyChecks {

    private static final String PREFIX = "check.";
    private static final byte[] NOTHING = {};

    private final VaultFacts facts;
    private final Keyset keyset;
    private final TinkFactSealer sealer;

    KeyChecks(VaultFacts facts, Keyset keyset, TinkFactSealer sealer) {
        this.facts = facts;
        this.keyset = keyset;
        this.sealer = sealer;
    }

    /** @throws StoreCannotStart if a check value was sealed under a key that the keyset does not have */
    void requireAll() {
        if (!facts.names().stream().filter(name -> name.startsWith(PREFIX)).allMatch(this::opens)) {
            throw refusal();
        }
    }

    /** Sealed under the primary key, whose id its name has. */
    void addPrimary() {
        String name = PREFIX + keyset.primaryKeyId();
        facts.putIfAbsent(name, sealer.seal(FactPurpose.CHECK, name, NOTHING));
    }

    static StoreCannotStart refusal() {
        return new StoreCannotStart("OMNIBRIDGE_KEYSET lacks a key that sealed something in this store: start with a"
                + " keyset that has it; nothing was overwritten");
    }

    private boolean opens(String name) {
        return facts.find(name)
                .flatMap(value -> sealer.open(FactPurpose.CHECK, name, value))
                .isPresent();
    }
}
