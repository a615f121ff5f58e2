package io.omnibridge.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseTarget;
import io.omnibridge.domain.use.UseVia;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UseMetricsTest {

    private static final ProviderId GOOGLE = new ProviderId("google");
    private static final ProviderId NOTION = new ProviderId("notion");
    private static final ProviderId UNKNOWN = new ProviderId("chosen-by-a-client");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final UseMetrics metrics = new UseMetrics(registry, List.of(GOOGLE, NOTION));

    private static Use search(ProviderId... providers) {
        UserId alice = new UserId("alice");
        List<UseTarget> targets = Stream.of(providers)
                .map(provider ->
                        new UseTarget(new AccountKey(alice, provider, new ProviderAccountId("work")), Optional.empty()))
                .toList();
        return new Use(
                UseKind.SEARCH,
                UseVia.MCP,
                Instant.EPOCH,
                alice,
                Optional.empty(),
                Optional.empty(),
                targets,
                new RequestId("request-1"));
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    @Test
    void a_use_counts_at_each_provider_with_what_became_of_it() {
        metrics.ended(search(GOOGLE, NOTION), Optional.empty());
        metrics.ended(search(GOOGLE), Optional.of(UseFailure.PROVIDER_TIMEOUT));

        String[] answered = {"use", "search", "via", "mcp", "provider", "google", "outcome", "answered"};
        assertEquals(1, count("omnibridge.uses", answered));
        assertEquals(1, count("omnibridge.uses", "provider", "notion", "outcome", "answered"));
        assertEquals(1, count("omnibridge.uses", "provider", "google", "outcome", "provider_timeout"));
    }

    @Test
    @Tag("D7")
    void a_client_creates_no_series_by_the_names_of_providers() {
        metrics.refused(UNKNOWN, new UseRefusal.NotFound());
        metrics.refused(new ProviderId("another-one"), new UseRefusal.NotFound());

        assertEquals(2, count("omnibridge.refused.reads", "provider", "other", "code", "not_found"));
        assertEquals(1, registry.find("omnibridge.refused.reads").counters().size());
    }

    @Test
    void every_refusal_has_a_code_of_the_contract() {
        List<String> codes =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::word).toList();

        for (Class<?> refusal : UseRefusal.class.getPermittedSubclasses()) {
            String word = RefusalLabels.of(refusal);
            assertNotEquals("other", word, refusal.getSimpleName());
            assertEquals(true, codes.contains(word), word);
        }
    }

    @Test
    void calls_are_timed_and_scrubbed_tokens_and_fields_counted() {
        metrics.called(GOOGLE, Duration.ofMillis(30), Optional.empty());
        metrics.called(GOOGLE, Duration.ofMillis(10), Optional.of(UseFailure.RATE_LIMITED));
        metrics.masked(2);
        metrics.droppedFields(3);

        assertEquals(
                30,
                registry.get("omnibridge.provider.calls")
                        .tags("provider", "google", "outcome", "answered")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS));
        assertEquals(2, count("omnibridge.masked"));
        assertEquals(3, count("omnibridge.dropped.fields"));
    }
}
