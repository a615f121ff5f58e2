package io.omnibridge.application.use;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.Pause;
import io.omnibridge.application.credentials.ProviderCalls;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.RefreshRunner;
import io.omnibridge.application.credentials.TimedRefresh;
import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallLimits;
import io.omnibridge.application.port.ApiRead;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.IssuingClient;
import io.omnibridge.application.port.LeaseSealer;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.ProviderCatalogue;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseVia;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;

/** The door over mocked ports: one account of alice, whose provider responds with 200 and an endless body. */
final class UseFixture {

    static final AccountKey KEY = key(ALICE, GOOGLE, "work");
    static final TokenOrigin ORIGIN = new TokenOrigin("client", URI.create("https://provider.example"));
    static final ApiRead READ = new Read(Set.of("mail.read"));
    static final DataCaller JWT = new DataCaller(caller(ALICE, Permission.READ_DATA), Optional.empty());

    final ProviderApis apis = mock();
    final ProviderCatalogue catalogue = mock();
    final TokenStore store = mock();
    final CredentialSealer sealer = mock();
    final RefreshCredentials refresh = new RefreshCredentials(
            new RefreshRunner(
                    store,
                    sealer,
                    new ProviderCalls(mock(), catalogue, System::nanoTime),
                    mock(),
                    new RevocationPlanner(sealer, mock(), catalogue, new SecureRandom()),
                    System::nanoTime),
            Pause.sleeping());
    final Leases leases = mock();
    final LeaseSealer leaseSealer = mock();
    final UseLog useLog = mock();
    final UseEvents events = mock();
    final CallLimiter calls = new CallLimiter(new CallLimits(1, 10, 10, 10));
    final List<UseReceipt> receipts = new ArrayList<>();
    final Body body = new Body();
    LeaseMode mode = LeaseMode.ON;

    record Read(Set<String> scopes) implements ApiRead {

        @Override
        public ProviderId provider() {
            return GOOGLE;
        }

        @Override
        public Optional<Source> source() {
            return Optional.of(Source.GMAIL);
        }

        @Override
        public String limitGroup() {
            return "gmail";
        }
    }

    /** A body that ends when it is cancelled. */
    static final class Body implements Flow.Publisher<ByteBuffer> {

        int cancelled;

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {}

                @Override
                public void cancel() {
                    cancelled++;
                }
            });
        }
    }

    UseFixture() {
        when(apis.match(any(), any())).thenReturn(new ReadMatch.Found(READ));
        when(apis.call(any(), any(), any())).thenReturn(response(200));
        when(catalogue.issuingClient(GOOGLE))
                .thenReturn(Optional.of(new IssuingClient("client", Optional.of(ORIGIN.tokenEndpoint()))));
        lenient().when(useLog.append(any(), any())).thenAnswer(call -> {
            receipts.add(call.getArgument(0));
            return new AppendResult.Appended();
        });
        link(grant("access-token-of-twenty", "mail.read"));
    }

    ApiReadResult.Response response(int status) {
        return new ApiReadResult.Response(status, Map.of(), body);
    }

    static Grant grant(String accessToken, String scopes) {
        return new Grant(
                new Credentials(
                        new Secret(accessToken),
                        Optional.of(NOW.plusSeconds(600)),
                        Optional.of(new Secret("refresh-token")),
                        Optional.empty()),
                Scopes.parse(scopes),
                Optional.of(ORIGIN));
    }

    Account link(Grant grant) {
        AccountMetadata metadata = AccountMetadata.linked(
                KEY,
                AccountVersion.first(new LinkId("1".repeat(32))),
                grant.scopes(),
                grant.origin().isPresent() ? LinkedBy.CONNECT : LinkedBy.TOKEN,
                true,
                grant.credentials().expiresAt(),
                NOW.minusSeconds(7_200));
        Account account = new Account(metadata, new SealedCredentials(new byte[] {1, 2}));
        when(store.find(KEY)).thenReturn(Optional.of(account));
        when(sealer.open(account)).thenReturn(grant);
        return account;
    }

    UsePermission door() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        BorrowCredentials borrowing =
                new BorrowCredentials(store, sealer, new TimedRefresh(refresh, Runnable::run), clock, () -> 0);
        LinkedByTokenCheck linkedByToken = new LinkedByTokenCheck(apis);
        UseChecks checks = new UseChecks(
                new LeaseCheck(mode, leases, leaseSealer, clock),
                new AccountCheck(borrowing, catalogue, linkedByToken),
                linkedByToken,
                new ReachedLimits(clock));
        Receipts written = new Receipts(useLog, clock);
        return new UsePermission(
                apis,
                checks,
                calls,
                written,
                new MakeCall(new CallApi(apis, borrowing, checks, events, () -> 0), written, events),
                clock);
    }

    UseResult read(DataCaller caller) {
        return door().read(caller, request());
    }

    static RequestedRead request() {
        return new RequestedRead(
                GOOGLE,
                KEY.providerAccountId(),
                new ApiRequest(
                        ReadMethod.GET,
                        "/api/google/work",
                        "/gmail/v1/users/me/messages",
                        Optional.empty(),
                        Map.of(),
                        Optional.empty()),
                UseVia.HTTP,
                REQUEST);
    }
}
