package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.domain.lease.Lease;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One lease as its owner sees it.
 *
 * @param end what ended it; empty if it can be used
 * @param accounts the names of the accounts that it opens
 */
public record LeaseCard(Lease lease, Optional<LeaseEnd> end, List<String> accounts) {

    public LeaseCard {
        Objects.requireNonNull(lease, "lease");
        Objects.requireNonNull(end, "end");
        accounts = List.copyOf(accounts);
    }

    private LeaseTerms terms() {
        return lease.terms();
    }

    public String label() {
        return terms().label();
    }

    /** Returns the sources that it opens; empty if it opens all. */
    public List<String> sources(Texts texts) {
        return terms().sources().stream()
                .flatMap(sources -> sources.stream().sorted())
                .map((Source source) -> texts.of(Texts.key("source", source)))
                .toList();
    }

    /** Returns the kinds of uses that it opens. */
    public List<String> kinds(Texts texts) {
        return terms().of().stream()
                .sorted()
                .map((UseKind kind) -> texts.of(Texts.key("use-kind", kind)))
                .toList();
    }

    public long usesLeft() {
        return Math.max(terms().maxUses() - lease.stored().used(), 0);
    }

    public Instant expiresAt() {
        return terms().expiresAt();
    }

    /** Returns the path of the form that ends it. */
    public String endPath() {
        return LeasePaths.END.replace("{lease_id}", lease.id().value());
    }
}
