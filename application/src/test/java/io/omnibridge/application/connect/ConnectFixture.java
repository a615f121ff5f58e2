package io.omnibridge.application.connect;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.caller;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.accounts.AccountFactory;
import io.omnibridge.application.credentials.SimulatedGrants;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallLimits;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.AuthorizationRequest;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.PendingRevocations;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.application.revocation.RevocationRules;
import io.omnibridge.application.revocation.RevokeGrant;
import io.omnibridge.application.revocation.RevokeUnusedTokens;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshPolicy;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** All use cases of connect, with a store in memory and a provider that grants everything. */
final class ConnectFixture implements PendingRevocations {

    static final URI RETURN_TO = URI.create("https://app.example/connected");
    static final URI LIMITED_RETURN_TO = URI.create("https://app.example/limited");
    static final String ISSUER = "https://provider.example";

    final InMemoryConnectAttempts attempts = new InMemoryConnectAttempts();
    final AuthorizationServers servers = mock();
    final TokenStore store = mock();
    final ProviderCatalogue catalogue = mock();
    final List<String> states = new ArrayList<>();
    final List<AttemptSecrets> authorized = new ArrayList<>();
    final List<AttemptSecrets> exchanged = new ArrayList<>();
    final List<PendingRevocation> pending = new ArrayList<>();
    final List<AuditEvent> events = new ArrayList<>();
    RevocationScope scope = RevocationScope.TOKEN;
    RevocationResult revocationResult = new RevocationResult.Revoked();
    boolean issuerReturned = true;
    int quota = 10;
    Instant now = NOW;
    boolean showsTicket = true;

    private final ReturnUrls returnUrls = new ReturnUrls(List.of(
            new ReturnUrl(RETURN_TO, TicketDelivery.FRAGMENT),
            new ReturnUrl(LIMITED_RETURN_TO, TicketDelivery.FRAGMENT, Set.of(new ClientId("another-app")))));
    final CallLimiter calls = new CallLimiter(CallLimits.DEFAULT);
    private final ExchangeAdmission admission = new ExchangeAdmission(calls);
    private final SimulatedGrants grants = new SimulatedGrants();
    private final SecureRandom random = new SecureRandom();

    ConnectFixture() {
        when(catalogue.find(GOOGLE)).thenAnswer(call -> Optional.of(google()));
        when(servers.authorize(any(), any(), any(), any())).thenAnswer(call -> {
            states.add(call.getArgument(2));
            authorized.add(call.getArgument(3));
            return new AuthorizationRequest(
                    URI.create(ISSUER + "/authorize"),
                    new PinnedProvider(Optional.of(ISSUER), issuerReturned, URI.create(ISSUER + "/token"), "client"));
        });
        when(servers.exchange(any(), any())).thenAnswer(call -> {
            exchanged.add(call.getArgument(1));
            return new ExchangeResult.Granted(new ProviderAccountId("work"), grant(exchanged.size()));
        });
        when(store.find(any())).thenAnswer(call -> Optional.ofNullable(attempts.accounts.get(call.getArgument(0))));
        when(servers.revoke(any(), any())).thenAnswer(call -> revocationResult);
        when(store.keys(any(), any())).thenCallRealMethod();
        when(store.keys(any()))
                .thenAnswer(call -> attempts.accounts.keySet().stream()
                        .filter(key -> key.isOwnedBy(call.getArgument(0)))
                        .toList());
        when(store.findMetadata(any()))
                .thenAnswer(call -> Optional.ofNullable(attempts.accounts.get(call.getArgument(0)))
                        .map(Account::metadata));
    }

    private ConnectableProvider google() {
        return new ConnectableProvider(
                GOOGLE,
                "Google",
                Set.of(),
                Scopes.parse("openid mail.read files.read"),
                true,
                true,
                RefreshPolicy.of(RefreshTokenReuse.SAFE, Duration.ZERO),
                scope,
                Optional.empty());
    }

    static Grant grant(int number) {
        return new Grant(
                new Credentials(
                        new Secret("access-" + number),
                        Optional.of(NOW.plusSeconds(3_600)),
                        Optional.of(new Secret("refresh-" + number)),
                        Optional.empty()),
                Scopes.parse("mail.read"),
                Optional.of(new TokenOrigin("client", URI.create(ISSUER))));
    }

    private Clock clock() {
        Clock clock = mock();
        when(clock.instant()).thenAnswer(call -> now);
        return clock;
    }

    /** Takes every place of the user for calls of the provider. */
    List<CallPermit> occupy(UserId user) {
        return IntStream.range(0, CallLimits.DEFAULT.perUserAndProvider())
                .mapToObj(i -> calls.tryEnter(user, GOOGLE).orElseThrow())
                .toList();
    }

    BeginResult begin(UserId user, Optional<Scopes> scopes, Optional<URI> returnTo) {
        AttemptFactory factory = new AttemptFactory(servers, attempts, calls, random);
        return new BeginConnect(catalogue, returnUrls, showsTicket, factory, attempts, clock())
                .begin(caller(user), REQUEST, new BeginConnectCommand(GOOGLE, scopes, returnTo));
    }

    BeginResult.Begun begun() {
        return (BeginResult.Begun) begin(ALICE, Optional.empty(), Optional.of(RETURN_TO));
    }

    /** Begins an attempt of alice by a page. */
    BeginResult.Begun begunByPage() {
        AttemptFactory factory = new AttemptFactory(servers, attempts, calls, random);
        return (BeginResult.Begun)
                new BeginConnectByPage(catalogue, factory, attempts, clock()).begin(caller(ALICE), REQUEST, GOOGLE);
    }

    CompleteResult completeByPage(UserId user, CallbackResult.Returned returned, String ticket) {
        return new CompleteConnect(attempts, store, completeReturned(), clock())
                .completeByPage(caller(user), REQUEST, returned.attempt().id(), new Secret(ticket));
    }

    FindAttempt findAttempt() {
        return new FindAttempt(attempts, store, clock());
    }

    CancelConnect cancelConnect() {
        return new CancelConnect(attempts, clock());
    }

    CallbackResult handle(HandleCallbackCommand command) {
        return new HandleCallback(attempts, attempts, returnUrls, clock(), random).handle(REQUEST, command);
    }

    /** Returns the callback of the attempt that began last. */
    HandleCallbackCommand codeOfLast() {
        String state = states.get(states.size() - 1);
        return new HandleCallbackCommand(GOOGLE, state, Optional.of("code"), Optional.empty(), Optional.of(ISSUER));
    }

    CallbackResult.Returned returned() {
        return (CallbackResult.Returned) handle(codeOfLast());
    }

    CompleteResult complete(UserId user, CallbackResult.Returned returned) {
        return complete(user, returned, returned.ticket());
    }

    CompleteResult complete(UserId user, CallbackResult.Returned returned, String ticket) {
        return new CompleteConnect(attempts, store, completeReturned(), clock())
                .complete(caller(user), REQUEST, returned.attempt().id(), ticket);
    }

    private CompleteReturned completeReturned() {
        return new CompleteReturned(attempts, attempts, catalogue, store, exchangeCode(), admission);
    }

    private ExchangeCode exchangeCode() {
        WriteExchangedLink writeLink =
                new WriteExchangedLink(attempts, new AccountFactory(grants, random), grants, planner(), quota);
        LinkExchangedGrant linkExchangedGrant = new LinkExchangedGrant(attempts, store, writeLink, clock());
        return new ExchangeCode(attempts, servers, catalogue, linkExchangedGrant, revokeUnusedTokens());
    }

    private RevocationPlanner planner() {
        return new RevocationPlanner(grants, grants, catalogue, random);
    }

    private RevokeUnusedTokens revokeUnusedTokens() {
        AuditLog log = mock();
        doAnswer(call -> events.add(call.getArgument(0))).when(log).append(any());
        return new RevokeUnusedTokens(
                store, this, log, planner(), new RevocationRules(store, catalogue), revokeGrant()::revoke);
    }

    private RevokeGrant revokeGrant() {
        return new RevokeGrant(this, grants, servers, new RevocationRules(store, catalogue), clock());
    }

    /** Attempts what is pending, as a node does from time to time. */
    void revokePending() {
        List.copyOf(pending).forEach(revokeGrant()::revoke);
    }

    AttemptId lastAttempt() {
        return attempts.findByState(HashedValue.of(states.get(states.size() - 1)))
                .orElseThrow()
                .id();
    }

    Grant linked(AccountKey key) {
        return grants.open(Optional.ofNullable(attempts.accounts.get(key)).orElseThrow());
    }

    /** Replaces the credentials of the account, as a refresh does. */
    void refresh(AccountKey key, Grant renewed) {
        attempts.accounts.computeIfPresent(key, (same, account) -> {
            AccountMetadata former = account.metadata();
            AccountMetadata metadata = new AccountMetadata(
                    key,
                    former.version().next(),
                    former.scopes(),
                    former.linkedBy(),
                    true,
                    former.expiresAt(),
                    former.linkedAt(),
                    former.updatedAt(),
                    former.refresh(),
                    former.usedAt());
            return new Account(metadata, grants.seal(key, metadata.version(), renewed));
        });
    }

    @Override
    public boolean add(PendingRevocation revocation, AuditedAction action) {
        if (revocation.scope() == RevocationScope.GRANT && attempts.accounts.containsKey(revocation.account())) {
            return false;
        }
        events.add(action.withOutcome(AuditOutcome.BEGUN));
        return pending.add(revocation);
    }

    @Override
    public boolean replace(PendingRevocation former, PendingRevocation next) {
        return pending.remove(former) && pending.add(next);
    }

    @Override
    public boolean complete(PendingRevocation revocation, AuditEvent event) {
        events.add(event);
        return pending.removeIf(each -> each.id().equals(revocation.id()));
    }

    /** Returns outcome and account of the audit events about revocations, oldest first. */
    List<String> revocationEvents() {
        return events.stream()
                .map(event -> event.outcome() + " "
                        + event.action()
                                .account()
                                .orElseThrow()
                                .providerAccountId()
                                .value())
                .toList();
    }
}
