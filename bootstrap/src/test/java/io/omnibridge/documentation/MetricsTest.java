package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omnibridge.adapters.http.jwt.RefusalReason;
import io.omnibridge.adapters.store.metrics.StoreOperation;
import io.omnibridge.application.observation.AttemptStep;
import io.omnibridge.application.observation.ExchangeOutcome;
import io.omnibridge.application.observation.RefreshOutcome;
import io.omnibridge.application.observation.RevocationOutcome;
import io.omnibridge.domain.account.AccountStatus;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseVia;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every metric that a document mentions exists, and docs/metrics.md lists every metric and every value of a closed label. */
class MetricsTest {

    private static final Pattern REGISTRATION = Pattern.compile("(\\w+)\\(\\s*\"(omnibridge(?:\\.[a-z]+)+)\"");
    private static final Pattern MENTION =
            Pattern.compile("\\b(omnibridge(?:_[a-z]+)+?)(?:(?<=_seconds)_(?:count|sum|max|bucket))?(?![a-z_])");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(omnibridge_[a-z_]+)` \\| `(\\w+)` \\| (`.*`) \\|$");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");

    private static final Set<String> METRICS = metrics();

    @Test
    void every_metric_in_the_documents_exists() {
        assertEquals("", String.join("\n", problems(Document.all())));
    }

    @Test
    void the_page_of_metrics_lists_every_metric() {
        Set<String> missing = new TreeSet<>(METRICS);
        missing.removeAll(Document.read("docs/metrics.md").codeSpans());

        assertEquals(Set.of(), missing);
        assertNotEquals(Set.of(), METRICS);
    }

    @Test
    void the_page_of_metrics_lists_the_values_of_closed_labels() {
        Map<String, Set<String>> closed = new TreeMap<>();
        closed.put("omnibridge_jwt_refusals_total reason", words(RefusalReason.class));
        closed.put("omnibridge_store_calls_seconds operation", words(StoreOperation.class));
        closed.put("omnibridge_store_calls_seconds outcome", words(nested("StoreTimers", "Outcome")));
        closed.put("omnibridge_connect_attempts_total outcome", and("failed", words(AttemptStep.class)));
        closed.put("omnibridge_connect_attempts_total reason", and("none", words(AttemptFailure.class)));
        closed.put("omnibridge_accounts status", words(AccountStatus.class));
        closed.put("omnibridge_scan_age_seconds scan", Set.of("accounts", "pending_revocations"));
        closed.put("omnibridge_connect_exchanges_total outcome", words(ExchangeOutcome.class));
        closed.put("omnibridge_credentials_refreshes_total outcome", words(RefreshOutcome.class));
        closed.put("omnibridge_credentials_revocations_total outcome", words(RevocationOutcome.class));
        closed.put("omnibridge_uses_total use", words(UseKind.class));
        closed.put("omnibridge_uses_total via", words(UseVia.class));
        closed.put("omnibridge_uses_total outcome", and("answered", words(UseFailure.class)));

        Map<String, Set<String>> documented = new TreeMap<>();
        Document.matches(ROW, Document.read("docs/metrics.md").text())
                .forEach(row -> documented.put(
                        row.group(1) + " " + row.group(2),
                        Document.matches(WORD, row.group(3))
                                .map(word -> word.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));

        assertEquals(closed, documented);
    }

    @Test
    void a_metric_that_does_not_exist_is_found() {
        Document document = Document.planted("""
                `omnibridge_http_connections` `omnibridge_http_requests_seconds_count` `omnibridge_http_connections_total`
                `rate(omnibridge_connect_attempts_total[5m])` `omnibridge_connect_attempts` `omnibridge_http_connections_sum`
                """);

        assertEquals(
                List.of(
                        "planted.md: no metric omnibridge_http_connections_total",
                        "planted.md: no metric omnibridge_connect_attempts",
                        "planted.md: no metric omnibridge_http_connections_sum"),
                problems(List.of(document)));
    }

    private static List<String> problems(List<Document> documents) {
        List<String> problems = new ArrayList<>();
        for (Document document : documents) {
            Document.matches(MENTION, document.text())
                    .map(metric -> metric.group(1))
                    .filter(metric -> !METRICS.contains(metric))
                    .forEach(metric -> problems.add(document.problem("no metric " + metric)));
        }
        return problems;
    }

    /** The names that Prometheus shows for what the sources register: timers are in seconds, counters are totals. */
    private static Set<String> metrics() {
        try (Stream<Path> modules = Files.list(Document.ROOT)) {
            Set<String> metrics = new TreeSet<>();
            for (Path module : modules.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .toList()) {
                Path sources = module.resolve("src/main/java");
                if (Files.exists(sources)) {
                    addMetrics(sources, metrics);
                }
            }
            return metrics;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addMetrics(Path sources, Set<String> metrics) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Document.matches(REGISTRATION, source).forEach(found -> {
                    int start = Math.max(0, found.start() - "Timer.".length());
                    String call = source.substring(start, found.end());
                    String suffix = call.startsWith("Timer.") ? "_seconds" : call.startsWith("Gauge.") ? "" : "_total";
                    metrics.add(found.group(2).replace('.', '_') + suffix);
                });
            }
        }
    }

    private static Set<String> and(String word, Set<String> words) {
        Set<String> all = new TreeSet<>(words);
        all.add(word);
        return all;
    }

    private static Class<?> nested(String type, String name) {
        try {
            return Class.forName("io.omnibridge.adapters.store.metrics." + type + "$" + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
