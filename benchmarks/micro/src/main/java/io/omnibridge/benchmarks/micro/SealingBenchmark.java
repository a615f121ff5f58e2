package io.omnibridge.benchmarks.micro;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to seal credentials, and to open them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class SealingBenchmark {

    private final TinkCredentialSealer sealer = new TinkCredentialSealer(Keyset.generate(), "https://issuer.example");
    private final Account blank = Accounts.account(Accounts.key("alice", 1));
    private final Grant grant = Accounts.grant();
    private final Account sealed = new Account(blank.metadata(), seal());

    @Benchmark
    public SealedCredentials seal() {
        return sealer.seal(blank.key(), blank.version(), grant);
    }

    @Benchmark
    public Grant open() {
        return sealer.open(sealed);
    }
}
