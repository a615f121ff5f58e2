package io.omnibridge.benchmarks.micro;

import io.omnibridge.adapters.http.json.JsonPieces;
import io.omnibridge.adapters.http.view.AccountsView;
import io.omnibridge.application.accounts.AccountDescription;
import java.util.List;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What it costs to write a user's accounts as JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class ViewBenchmark {

    @Param({"3", "100"})
    private int accounts;

    private List<AccountDescription> accountDescriptions;

    @Setup
    public void prepare() {
        accountDescriptions = IntStream.range(0, accounts)
                .mapToObj(i -> Accounts.account(Accounts.key("alice", i)).metadata())
                .map(account ->
                        new AccountDescription(account, account.refreshable(), Optional.empty(), Optional.empty()))
                .toList();
    }

    @Benchmark
    public void write(Blackhole sink) {
        JsonPieces pieces = new AccountsView(accountDescriptions, Optional.empty()).pieces();
        while (pieces.hasNext()) {
            sink.consume(pieces.next());
        }
    }
}
