package io.omnibridge.application.search;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static java.util.stream.Collectors.joining;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.Pause;
import io.omnibridge.application.credentials.ProviderCalls;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.RefreshRunner;
import io.omnibridge.application.credentials.TimedRefresh;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallLimits;
import io.omnibridge.application.limit.UserLimiter;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.FakeResultSealer;
import io.omnibridge.application.port.IssuingClient;
import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.application.use.AccountCheck;
import io.omnibridge.application.use.CallApi;
import io.omnibridge.application.use.DataCaller;
import io.omnibridge.application.use.LeaseCheck;
import io.omnibridge.application.use.LeaseMode;
import io.omnibridge.application.use.LinkedByTokenCheck;
import io.omnibridge.application.use.MakeRead;
import io.omnibridge.application.use.PlanRunner;
import io.omnibridge.application.use.ReachedLimits;
import io.omnibridge.application.use.Receipts;
import io.omnibridge.application.use.UseChecks;
import io.omnibridge.application.use.UseEvents;
import io.omnibridge.application.use.UseSources;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.lease.LeaseTerms;
import io.omnibridge.domain.lease.LeaseToken;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.search.SearchFilters;
import io.omnibridge.domain.search.SearchQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseVia;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Searches over the mocked accounts of alice at {@link FakeSources}, on the thread of the test. */
final class SearchFixture {

    static final DataCaller JWT = new DataCaller(caller(ALICE, Permission.READ_DATA), Optional.empty());
    static final SearchQuery QUERY = new SearchQuery("plan");
    static final LeaseId LEASE = new LeaseId("3".repeat(32));

    private static final TokenOrigin ORIGIN = new TokenOrigin("client", URI.create("https://provider.example"));

    final FakeSources sources = new FakeSources();
    final FakeResultSealer results = new FakeResultSealer();
    final TokenStore store = mock();
    final ProviderCatalogue catalogue = mock();
    final CredentialSealer sealer = mock();
    final UseLog useLog = mock();
    final Leases leases = mock();
    final LeaseSealer leaseSealer = mock();
    final UseEvents events = mock();
    final List<UseReceipt> receipts = new ArrayList<>();
    UserLimiter inFlight = new UserLimiter(2, 3);
    Executor threads = Runnable::run;
    Duration timeout = Duration.ofMinutes(1);

    private final List<AccountMetadata> accounts = new ArrayList<>();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ReachedLimits limits = new ReachedLimits(clock);

    SearchFixture() {
        lenient()
                .when(catalogue.issuingClient(any()))
                .thenReturn(Optional.of(new IssuingClient("client", Optional.of(ORIGIN.tokenEndpoint()))));
        lenient().when(useLog.append(any(), any())).thenAnswer(call -> {
            receipts.add(call.getArgument(0));
            return new AppendResult.Appended();
        });
        lenient()
                .when(store.list(eq(ALICE), any(), any(), anyInt()))
                .thenAnswer(call -> new AccountPage(List.copyOf(accounts), Optional.empty()));
    }

    /** Links an account at the provider of each source. */
    SearchFixture link(Source... linked) {
        for (Source source : linked) {
            link(key(ALICE, FakeSources.provider(source), "work"), FakeSources.SCOPE);
        }
        return this;
    }

    Account link(AccountKey key, String scopes) {
        Grant grant = new Grant(
                new Credentials(
                        new Secret("access-token-of-" + key.provider().value()),
                        Optional.of(NOW.plusSeconds(600)),
                        Optional.empty(),
                        Optional.empty()),
                Scopes.parse(scopes),
                Optional.of(ORIGIN));
        AccountMetadata metadata = AccountMetadata.linked(
                key,
                AccountVersion.first(new LinkId("%032x".formatted(accounts.size() + 1))),
                grant.scopes(),
                LinkedBy.CONNECT,
                true,
                grant.credentials().expiresAt(),
                NOW.minusSeconds(7_200));
        Account account = new Account(metadata, new SealedCredentials(new byte[] {1, 2}));
        accounts.add(metadata);
        lenient().when(store.find(key)).thenReturn(Optional.of(account));
        lenient().when(sealer.open(account)).thenReturn(grant);
        return account;
    }

    /** Returns a caller with a lease of these terms. */
    DataCaller lease(LeaseTerms terms) {
        lenient()
                .when(leases.find(ALICE, LEASE))
                .thenReturn(Optional.of(new StoredLease(
                        LEASE, ALICE, terms.expiresAt(), new SealedLease(new byte[] {1}), 0, Optional.empty())));
        lenient().when(leaseSealer.open(any(), any())).thenReturn(Optional.of(terms));
        LeaseToken token = new LeaseToken(ALICE, LEASE, terms.expiresAt(), new Secret("s".repeat(43)));
        return new DataCaller(caller(ALICE, Permission.READ_DATA), Optional.of(token));
    }

    private UseSources useSources() {
        RefreshCredentials refresh = new RefreshCredentials(
                new RefreshRunner(
                        store,
                        sealer,
                        new ProviderCalls(mock(), catalogue, System::nanoTime),
                        mock(),
                        new RevocationPlanner(sealer, mock(), catalogue, new SecureRandom()),
                        System::nanoTime),
                Pause.sleeping());
        BorrowCredentials borrowing =
                new BorrowCredentials(store, sealer, new TimedRefresh(refresh, Runnable::run), clock, System::nanoTime);
        LinkedByTokenCheck linkedByToken = new LinkedByTokenCheck(sources);
        UseChecks checks = new UseChecks(
                new LeaseCheck(LeaseMode.ON, leases, leaseSealer, clock),
                new AccountCheck(borrowing, catalogue, linkedByToken),
                linkedByToken,
                limits);
        return new UseSources(
                checks,
                new PlanRunner(
                        new MakeRead(
                                sources,
                                new CallApi(sources, borrowing, checks, events, System::nanoTime),
                                checks,
                                events),
                        new CallLimiter(CallLimits.DEFAULT),
                        threads),
                inFlight,
                new Receipts(useLog, clock),
                events,
                clock);
    }

    Search search() {
        return new Search(
                new OwnSources(store, sources),
                useSources(),
                sources,
                results,
                new SearchClock(timeout, clock, System::nanoTime));
    }

    ListSources listSources() {
        return new ListSources(new OwnSources(store, sources), useSources());
    }

    ReadItem readItem() {
        return new ReadItem(results, sources, useSources(), System::nanoTime);
    }

    static SearchRequest request(SearchFilters filters, Optional<String> cursor) {
        return new SearchRequest(QUERY, filters, 20, cursor, UseVia.HTTP, REQUEST);
    }

    SearchResult find(DataCaller caller, SearchFilters filters, Optional<String> cursor) {
        return search().search(caller, request(filters, cursor));
    }

    SearchResult.Found found(Optional<String> cursor) {
        return (SearchResult.Found) find(JWT, SearchFilters.ALL, cursor);
    }

    SearchResult.Found found() {
        return found(Optional.empty());
    }

    static String ids(SearchResult.Found found) {
        return found.items().stream().map(it -> it.item().id()).collect(joining(" "));
    }

    /** Returns the rows as {@code source:status:count}. */
    static String rows(SearchResult.Found found) {
        return found.sources().stream()
                .map(it -> it.target().source().orElseThrow() + ":" + it.status() + ":" + it.count())
                .collect(joining(" "));
    }
}
