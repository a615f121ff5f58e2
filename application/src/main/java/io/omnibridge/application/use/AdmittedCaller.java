package io.omnibridge.application.use;

import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseTarget;
import java.util.Optional;
import java.util.Set;

/** A caller whose lease, if it has one, had not ended. Made by {@link UseSources#admit} for one kind of use, or for a list. */
public final class AdmittedCaller {

    private final DataCaller caller;
    private final Optional<OpenLease> lease;
    private final Optional<UseKind> kind;

    AdmittedCaller(DataCaller caller, Optional<OpenLease> lease, Optional<UseKind> kind) {
        this.caller = caller;
        this.lease = lease;
        this.kind = kind;
    }

    /** Returns whose data the caller may read. */
    public UserId user() {
        return caller.caller().user();
    }

    /** Returns whether the caller may use a source at all. */
    public boolean mayUse(UseTarget target) {
        return refusal(target).isEmpty();
    }

    /** Returns why the caller may not use a source; empty if it is the user's own, and the lease, if there is one, opens it. */
    public Optional<UseRefusal> refusal(UseTarget target) {
        return target.account().isOwnedBy(user())
                ? lease.flatMap(it -> it.outside(target)).map(UseRefusal.OutsideLease::new)
                : Optional.of(new UseRefusal.NotFound());
    }

    /** Returns the kinds of uses that the caller may make: all, or those of the lease. */
    public Set<UseKind> kinds() {
        return lease.map(it -> it.terms().of()).orElse(Set.of(UseKind.values()));
    }

    DataCaller caller() {
        return caller;
    }

    Optional<OpenLease> lease() {
        return lease;
    }

    /** Returns the kind of use; empty if the caller only lists. */
    Optional<UseKind> kind() {
        return kind;
    }
}
