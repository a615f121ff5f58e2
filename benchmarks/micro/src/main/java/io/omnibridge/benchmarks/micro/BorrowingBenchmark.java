package io.omnibridge.benchmarks.micro;

import io.omnibridge.adapters.providers.NoProviders;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.sealing.TinkRevocationSealer;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.credentials.ApiCall;
import io.omnibridge.application.credentials.ApiCallResult;
import io.omnibridge.application.credentials.BorrowCredentials;
import io.omnibridge.application.credentials.BorrowResult;
import io.omnibridge.application.credentials.OpenResult;
import io.omnibridge.application.credentials.Pause;
import io.omnibridge.application.credentials.ProviderCalls;
import io.omnibridge.application.credentials.RefreshCredentials;
import io.omnibridge.application.credentials.RefreshRunner;
import io.omnibridge.application.credentials.TimedRefresh;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.Caller;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to borrow credentials that are fresh, beside what it cannot do without: one read of the store and one opening. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class BorrowingBenchmark {

    /** A call that every API accepts. */
    private record Revealing() implements ApiCall<Secret> {

        @Override
        public ApiCallResult<Secret> call(Credentials credentials) {
            return new ApiCallResult.Done<>(credentials.accessToken());
        }

        @Override
        public boolean isRefusedElsewhere(Credentials credentials) {
            return false;
        }
    }

    private static final Clock CLOCK = Clock.fixed(Accounts.NOW, ZoneOffset.UTC);

    private final AccountKey key = Accounts.key("alice", 1);
    private final Keyset keyset = Keyset.generate();
    private final TinkCredentialSealer sealer = new TinkCredentialSealer(keyset, "https://issuer.example");
    private TokenStore store;
    private BorrowCredentials borrowCredentials;

    @Setup
    public void prepare() {
        VaultPorts memory = new MemoryStore(CLOCK).ports();
        store = memory.accounts();
        AccountMetadata metadata = Accounts.account(key).metadata();
        Account account = new Account(metadata, sealer.seal(key, metadata.version(), Accounts.grant()));
        Caller caller = new Caller(key.owner(), Optional.empty(), Set.of());
        AuditedAction action = AuditedAction.on(key, ActionKind.LINK, caller, new RequestId("request-1"), Accounts.NOW);
        store.link(account, 1, Optional.empty(), action);
        NoProviders providers = new NoProviders();
        RevocationPlanner planner = new RevocationPlanner(
                sealer, new TinkRevocationSealer(keyset, "https://issuer.example"), providers, new SecureRandom());
        ProviderCalls calls = new ProviderCalls(providers, providers, System::nanoTime);
        RefreshRunner runner =
                new RefreshRunner(store, sealer, calls, memory.pendingRevocations(), planner, System::nanoTime);
        borrowCredentials = new BorrowCredentials(
                store,
                sealer,
                new TimedRefresh(new RefreshCredentials(runner, Pause.sleeping()), Runnable::run),
                CLOCK,
                System::nanoTime);
    }

    @Benchmark
    public Grant findAndOpen() {
        return sealer.open(store.find(key).orElseThrow());
    }

    @Benchmark
    public BorrowResult<Secret> borrow() {
        OpenResult.Opened opened = (OpenResult.Opened) borrowCredentials.open(key);
        return borrowCredentials.borrow(opened.account(), Duration.ofSeconds(10), new Revealing());
    }
}
