package io.omnibridge.adapters.http.jwt;

import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.jwks.JwksEndpoint;
import io.omnibridge.benchmarks.load.Issuer;
import io.omnibridge.benchmarks.load.Signing;
import io.omnibridge.domain.identity.Caller;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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

/** What a token costs, the first time and when it is cached. In this package, because only here can memory be left out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@SuppressWarnings("NullAway.Init")
public class VerificationBenchmark {

    private static final int CACHED = 1_000;

    @Param
    private Signing signing = Signing.HS256;

    private Issuer issuer;
    private KeySource keys;
    private Runnable closeKeys;
    private TokenChecks checks;
    private CachingVerifier verifier;
    private String token;

    @Setup
    public void prepare() throws IOException {
        JwtPolicy policy = new JwtPolicy(Issuer.NAME, Issuer.AUDIENCE, "sub", Duration.ofSeconds(30), false, false);
        Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        issuer = new Issuer();
        openKeys(clock);
        checks = new TokenChecks(policy, keys, clock);
        verifier = new CachingVerifier(checks, keys, clock, CACHED);
        token = issuer.token(signing, "alice");
        checks.check(token);
    }

    @TearDown
    public void close() {
        closeKeys.run();
        issuer.close();
    }

    /** All checks, the signature among them. */
    @Benchmark
    public Caller first() {
        return checks.check(token).caller();
    }

    @Benchmark
    public Caller cached() {
        return verifier.verify(token);
    }

    private void openKeys(Clock clock) {
        if (signing == Signing.HS256) {
            HmacKey key = new HmacKey(issuer.secret());
            keys = new HmacKeySource(() -> key);
            closeKeys = () -> {};
        } else {
            JwksEndpoint endpoint = new JwksEndpoint(URI.create(issuer.jwksUrl()), false);
            JwksKeys published = JwksKeys.open(endpoint, Egress.DIRECT, clock);
            keys = published;
            closeKeys = published::close;
        }
    }
}
