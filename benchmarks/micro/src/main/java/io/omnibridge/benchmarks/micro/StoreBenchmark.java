package io.omnibridge.benchmarks.micro;

import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.benchmarks.contender.Store;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What the store itself costs: a user's three accounts listed, one of them linked again. The servers wait for their disk. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class StoreBenchmark {

    private static final int QUOTA = 1_000;
    private static final int ACCOUNTS = 3;

    @Param
    private Store kind = Store.MEMORY;

    private OpenStore opened;
    private TokenStore store;
    private Account account;
    private AuditedAction action;

    @Setup
    public void prepare() throws Exception {
        opened = OpenStore.open(kind);
        store = opened.accounts();
        List<Account> accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> Accounts.account(Accounts.key("alice", i)))
                .toList();
        accounts.forEach(one -> store.link(one, QUOTA, Optional.empty(), action(one.key())));
        account = accounts.get(0);
        action = action(account.key());
    }

    @TearDown
    public void close() throws Exception {
        opened.close().close();
    }

    @Benchmark
    public AccountPage list() {
        return store.list(account.key().owner(), Optional.empty(), Optional.empty(), 100);
    }

    @Benchmark
    public Optional<Account> find() {
        return store.find(account.key());
    }

    @Benchmark
    public LinkResult link() {
        return store.link(account, QUOTA, Optional.empty(), action);
    }

    private static AuditedAction action(AccountKey key) {
        Caller caller = new Caller(key.owner(), Optional.of(new ClientId("notes-app")), Set.of());
        return AuditedAction.on(key, ActionKind.LINK, caller, new RequestId("request-1"), Accounts.NOW);
    }
}
