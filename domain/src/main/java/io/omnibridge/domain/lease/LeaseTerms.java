package io.omnibridge.domain.lease;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseTarget;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The terms of a lease. They never change.
 *
 * @param label the owner's name for it: 1 to {@value #MAX_LABEL} characters (code points)
 * @param sources the sources that it opens; empty if it opens all, and also the reads that belong to no source
 * @param accounts the accounts that it opens: 1 to {@value #MAX_ACCOUNTS}, all of one owner
 * @param of the kinds of uses that it opens, at least one
 * @param expiresAt in whole seconds; it opens nothing from this instant on
 * @param maxUses 1 to {@value #MAX_USES}
 */
public record LeaseTerms(
        String label,
        Optional<Set<Source>> sources,
        List<AccountKey> accounts,
        Set<UseKind> of,
        Instant expiresAt,
        long maxUses) {

    public static final int MAX_LABEL = 100;
    public static final int MAX_ACCOUNTS = 20;
    public static final long MAX_USES = 100_000;

    /** @throws InvalidValue if a part breaks a rule above */
    public LeaseTerms {
        Text.requireName(label, MAX_LABEL);
        sources = sources.map(Set::copyOf);
        accounts = List.copyOf(accounts);
        of = Set.copyOf(of);
        Objects.requireNonNull(expiresAt, "expiresAt");
        InvalidValue.unless(
                sources.isEmpty() || !sources.get().isEmpty(), "must have at least one source, if they are named");
        InvalidValue.unless(
                !accounts.isEmpty() && accounts.size() <= MAX_ACCOUNTS, "must have 1 to " + MAX_ACCOUNTS + " accounts");
        InvalidValue.unless(!of.isEmpty(), "must open at least one kind of use");
        InvalidValue.unless(maxUses >= 1 && maxUses <= MAX_USES, "must have 1 to 100,000 uses");
    }

    /** Returns whether the terms allow this use of this target. */
    public boolean allow(UseKind kind, UseTarget target) {
        return of.contains(kind) && open(target);
    }

    /** Returns whether the terms open this target to any use. */
    public boolean open(UseTarget target) {
        return accounts.contains(target.account())
                && sources.map(named -> target.source().filter(named::contains).isPresent())
                        .orElse(true);
    }
}
