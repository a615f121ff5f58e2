package io.omnibridge.application.credentials;

import static io.omnibridge.application.port.Samples.NOW;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One account, a provider whose answer a test sets, and two nodes that share one store. */
final class RefreshFixture {

    static final TokenOrigin ORIGIN = new TokenOrigin("client", URI.create("https://provider.example"));

    final AuthorizationServers servers = mock();
    final ProviderCatalogue catalogue = mock();
    final AtomicInteger sent = new AtomicInteger();
    final SimulatedGrants grants = new SimulatedGrants();
    volatile Instant now = NOW;
    volatile boolean isStoreUnavailable;
    volatile RefreshTokenReuse reuse = RefreshTokenReuse.SAFE;
    volatile Supplier<RefreshResult> answer = () -> new RefreshResult.Renewed(grant("new", 3_600));

    final RefreshEvents events = mock();
    final SimulatedStore store = new SimulatedStore(
            Simulation.KEY, () -> now.toEpochMilli(), Mutant.NONE, () -> isStoreUnavailable, () -> false);
    final RefreshCredentials node = node();
    final RefreshCredentials other = node();

    RefreshFixture() {
        when(catalogue.find(any())).thenAnswer(call -> Optional.of(provider()));
        when(servers.refresh(any(), any(), any())).thenAnswer(call -> {
            sent.incrementAndGet();
            return answer.get();
        });
    }

    private RefreshCredentials node() {
        return new RefreshCredentials(
                new RefreshRunner(
                        store,
                        grants,
                        new ProviderCalls(servers, catalogue, System::nanoTime, events),
                        store,
                        new RevocationPlanner(grants, grants, catalogue, new SecureRandom()),
                        System::nanoTime),
                Pause.sleeping());
    }

    BorrowCredentials borrowing() {
        return borrowing(new TimedRefresh(node, Runnable::run));
    }

    BorrowCredentials borrowing(TimedRefresh refresh) {
        return new BorrowCredentials(store, grants, refresh, Clock.fixed(now, ZoneOffset.UTC), System::nanoTime);
    }

    private ConnectableProvider provider() {
        return new ConnectableProvider(
                Simulation.KEY.provider(),
                "Provider",
                Set.of(),
                Scopes.none(),
                true,
                false,
                RefreshPolicy.of(reuse, Duration.ZERO),
                RevocationScope.TOKEN,
                Optional.empty());
    }

    /** Returns a grant whose access token expires that many seconds after {@code NOW}. */
    static Grant grant(String name, long seconds) {
        return new Grant(
                new Credentials(
                        new Secret("access-" + name),
                        Optional.of(NOW.plusSeconds(seconds)),
                        Optional.of(new Secret("refresh-" + name)),
                        Optional.empty()),
                Scopes.none(),
                Optional.of(ORIGIN));
    }

    /** Returns a grant whose tokens expire that many seconds after {@code NOW}. */
    static Grant expiring(long seconds, long refreshSeconds) {
        Grant grant = grant("old", seconds);
        Credentials credentials = grant.credentials();
        return new Grant(
                new Credentials(
                        credentials.accessToken(),
                        credentials.expiresAt(),
                        credentials.refreshToken(),
                        Optional.of(NOW.plusSeconds(refreshSeconds))),
                grant.scopes(),
                grant.origin());
    }

    void link(Grant grant) {
        AccountVersion version = AccountVersion.first(new LinkId("1".repeat(32)));
        AccountMetadata metadata = AccountMetadata.linked(
                Simulation.KEY,
                version,
                Scopes.none(),
                LinkedBy.CONNECT,
                true,
                grant.credentials().expiresAt(),
                NOW.minusSeconds(7_200));
        store.row = new Account(metadata, grants.seal(Simulation.KEY, version, grant));
    }

    Account row() {
        return Objects.requireNonNull(store.row);
    }

    CredentialsResult fresh() {
        return node.refreshIfDue(Simulation.KEY, Optional.empty());
    }

    static String access(CredentialsResult fresh) {
        return fresh instanceof CredentialsResult.Usable usable
                ? usable.grant().credentials().accessToken().reveal()
                : fresh.toString();
    }
}
