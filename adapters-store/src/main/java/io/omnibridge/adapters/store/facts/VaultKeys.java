package io.omnibridge.adapters.store.facts;

import io.omnibridge.adapters.store.sealing.FactPurpose;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.SealedFormat;
import io.omnibridge.adapters.store.sealing.TinkFactSealer;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.OptionalLong;

/**
 * Which keys a vault needs for itself, beside those that its accounts need: for whoever rotates them, while nodes run. All
 * methods throw {@link StoreUnavailable} if the store did not answer in time.
 */
public final class VaultKeys {

    private final VaultFacts facts;
    private final TinkFactSealer sealer;
    private final KeyChecks checks;
    private final long primary;

    /** @param issuer whose users the vault is about */
    public VaultKeys(VaultFacts facts, Keyset keyset, String issuer) {
        this.facts = facts;
        this.sealer = new TinkFactSealer(keyset, issuer);
        this.checks = new KeyChecks(facts, keyset, sealer);
        this.primary = keyset.primaryKeyId();
    }

    /** Whether a start is refused whose keyset lacks the key {@code id}. */
    public boolean demanded(long id) {
        return checks.demands(id);
    }

    /** How many facts are sealed under the key {@code id}. Its check value is none of them: it goes with the key. */
    public long factsUnder(long id) {
        return facts.names().stream()
                .filter(name -> !KeyChecks.isCheck(name))
                .flatMap(name -> facts.find(name).stream())
                .map(SealedFormat::keyOf)
                .filter(OptionalLong.of(id)::equals)
                .count();
    }

    /** Seals the key of the records under the primary key, unless it is: the key itself stays what it is. */
    public void reseal() {
        String name = VaultOpening.RECORD_KEY;
        facts.find(name)
                .filter(former -> !SealedFormat.keyOf(former).equals(OptionalLong.of(primary)))
                .ifPresent(former -> sealer.open(FactPurpose.RECORD_KEY, name, former)
                        .ifPresent(key -> facts.replace(name, former, sealer.seal(FactPurpose.RECORD_KEY, name, key))));
    }

    /** Takes back the demand for the key {@code id}. Whoever seals under it again at a start makes it anew. */
    public void release(long id) {
        checks.release(id);
    }
}
