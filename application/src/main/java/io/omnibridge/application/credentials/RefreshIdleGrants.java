package io.omnibridge.application.credentials;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.application.revocation.UnlinkForMaintenance;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Renews what would end from disuse although its user still uses it now and then, gives back what nobody used for long, and
 * concludes what a process left in doubt. What OmniBridge did not connect is left alone. Any number of nodes may do so at once.
 */
public final class RefreshIdleGrants {

    private static final int PAGE = 200;

    private final AccountScan scan;
    private final CredentialSealer sealer;
    private final ProviderCatalogue catalogue;
    private final RefreshCredentials refreshCredentials;
    private final UnlinkForMaintenance unlinkForMaintenance;
    private final Terms terms;
    private final Clock clock;

    public RefreshIdleGrants(
            AccountScan scan,
            CredentialSealer sealer,
            ProviderCatalogue catalogue,
            RefreshCredentials refreshCredentials,
            UnlinkForMaintenance unlinkForMaintenance,
            Terms terms,
            Clock clock) {
        this.scan = Objects.requireNonNull(scan);
        this.sealer = Objects.requireNonNull(sealer);
        this.catalogue = Objects.requireNonNull(catalogue);
        this.refreshCredentials = Objects.requireNonNull(refreshCredentials);
        this.unlinkForMaintenance = Objects.requireNonNull(unlinkForMaintenance);
        this.terms = Objects.requireNonNull(terms);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * What is kept for how long.
     *
     * @param unused after which a grant is given back
     * @param idle after which credentials are renewed to keep their grant; shorter than any provider's patience
     * @param beforeEnd how long before a refresh token's own end it is renewed
     */
    public record Terms(Duration unused, Duration idle, Duration beforeEnd) {

        /** Ninety days, a month and a week. */
        public static final Terms DEFAULT = new Terms(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(7));

        public Terms {
            Objects.requireNonNull(unused, "unused");
            Objects.requireNonNull(idle, "idle");
            Objects.requireNonNull(beforeEnd, "beforeEnd");
        }
    }

    /**
     * What one pass did.
     *
     * @param refreshed how many accounts were taken to their provider, or out of doubt
     * @param givenBack how many were removed because nobody used them
     * @param unreadable how many could not be read, and are as they were
     */
    public record Pass(long refreshed, long givenBack, long unreadable) {}

    /**
     * Meets every account once, or twice if the store so wants.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer; what was done stays done
     */
    public Pass keep() {
        Run run = new Run(clock.instant());
        Optional<ScanCursor> position = Optional.of(ScanCursor.START);
        while (position.isPresent()) {
            ScanPage<Account> page = scan.accounts(position.get(), PAGE);
            page.items().forEach(run::visit);
            run.unreadable += page.unreadable();
            position = page.next();
        }
        return new Pass(run.refreshed, run.givenBack, run.unreadable);
    }

    private final class Run {

        private final Instant now;
        private long refreshed;
        private long givenBack;
        private long unreadable;

        Run(Instant now) {
            this.now = now;
        }

        void visit(Account account) {
            AccountMetadata metadata = account.metadata();
            if (metadata.linkedBy() != LinkedBy.CONNECT
                    || catalogue.find(account.key().provider()).isEmpty()) {
                return;
            }
            try {
                if (!now.isBefore(metadata.usedAt().plus(terms.unused()))) {
                    unlinkForMaintenance(account);
                } else if (metadata.refresh() instanceof Calling || metadata.refresh() instanceof Unknown) {
                    refreshCredentials.fresh(account.key(), Optional.empty());
                    refreshed++;
                } else if (!(metadata.refresh() instanceof Ended) && wouldEnd(account)) {
                    refreshCredentials.fresh(account.key(), Optional.of(account.version()));
                    refreshed++;
                }
            } catch (CredentialsUnreadable e) {
                unreadable++;
            }
        }

        private boolean wouldEnd(Account account) {
            Grant grant = sealer.open(account);
            boolean isOurs = grant.credentials().refreshToken().isPresent()
                    && grant.origin().isPresent();
            boolean isIdle = !now.isBefore(account.metadata().updatedAt().plus(terms.idle()));
            boolean isEnding = grant.credentials()
                    .refreshTokenExpiresAt()
                    .filter(end -> !now.isBefore(end.minus(terms.beforeEnd())))
                    .isPresent();
            return isOurs && (isIdle || isEnding);
        }

        private void unlinkForMaintenance(Account account) {
            AccountKey key = account.key();
            AuditedAction action = new AuditedAction(
                    AuditedAction.Kind.UNLINK,
                    now,
                    key.owner(),
                    Optional.empty(),
                    Optional.of(key),
                    new RequestId("unused"));
            if (unlinkForMaintenance.unlinkForMaintenance(key, action).isPresent()) {
                givenBack++;
            }
        }
    }
}
