package io.omnibridge.application.use;

import io.omnibridge.domain.account.ReconnectReason;
import io.omnibridge.domain.lease.LeaseEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Why a use does not take place. Unless it was noticed only after the receipt, nothing was called and there is none. */
public sealed interface UseRefusal {

    /** Data routes accept leases alone. */
    record LeaseRequired() implements UseRefusal {}

    /** The caller lacks {@link io.omnibridge.domain.identity.Permission#READ_DATA}. */
    record NotPermitted() implements UseRefusal {}

    /**
     * The lease has ended.
     *
     * @param at when; empty if that is not known
     */
    record LeaseOver(LeaseEnd by, Optional<Instant> at) implements UseRefusal {
        public LeaseOver {
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    /** A term of the lease does not allow it. */
    record OutsideLease(LeaseRestriction term) implements UseRefusal {

        public OutsideLease {
            Objects.requireNonNull(term, "term");
        }
    }

    /** The user has no such account. */
    record NotFound() implements UseRefusal {}

    /** The request is not well formed; {@code detail} says how, and repeats no value. */
    record Invalid(String detail) implements UseRefusal {
        public Invalid {
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** The catalogue lists no such read; {@code detail} names one that it lists. */
    record NotARead(String detail) implements UseRefusal {
        public NotARead {
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** The account was connected without any of these scopes. */
    record NotGranted(Set<String> scopes) implements UseRefusal {
        public NotGranted {
            scopes = Set.copyOf(scopes);
        }
    }

    /** The provider is not configured, or it is configured with another client or server than the account's. */
    record NotConfigured(boolean isOtherOrigin) implements UseRefusal {}

    /** The account's access token cannot be used. */
    record NotUsable(UnusableTokenReason why) implements UseRefusal {

        public NotUsable {
            Objects.requireNonNull(why, "why");
        }
    }

    /** The user has to connect the account again. */
    record NeedsReconnect(ReconnectReason reason) implements UseRefusal {
        public NeedsReconnect {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The provider's limit for this account is reached. */
    record LimitReached(Duration retryAfter) implements UseRefusal {
        public LimitReached {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /** Too many calls to the provider are in flight. */
    record Busy() implements UseRefusal {}
}
