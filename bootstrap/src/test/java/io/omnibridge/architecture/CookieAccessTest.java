package io.omnibridge.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.omnibridge.architecture.Architecture.ROOT;
import static io.omnibridge.architecture.Architecture.assertBroken;
import static io.omnibridge.architecture.Architecture.assertKept;
import static io.omnibridge.architecture.Architecture.fixture;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import io.omnibridge.adapters.http.route.PageSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rule 9: one class reads cookies, and nothing that reads them knows bearer tokens. */
@Tag("W5")
class CookieAccessTest {

    /** The header by its name, or a part of a library that reads it. */
    private static final Pattern HEADER = Pattern.compile("\"(?i:cookie)\"|HttpHeader\\.COOKIE");

    static ArchRule noLibraryReadsCookies(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("the target reads cookies", CookieAccessTest::readsCookies));
    }

    private static boolean readsCookies(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getPackageName();
        boolean isLibrary = owner.startsWith("jakarta.servlet")
                || owner.startsWith("io.javalin")
                || owner.startsWith("org.eclipse.jetty");
        return isLibrary && target.getName().matches("(?i)(get)?cookies?|cookieMap|cookieStore|COOKIE");
    }

    static ArchRule sessionsKnowNoBearerTokens(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".adapters.http.session..", root + ".adapters.http.page..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "verify bearer tokens",
                        type -> type.getPackageName().equals(root + ".adapters.http.jwt")
                                || type.getFullName().matches(Pattern.quote(root) + ".*\\.(Authenticator|Callers)")));
    }

    /** What serves pages finds the session, and hands it to the page. */
    static ArchRule onlyPageRequestsFindSessions(String root) {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(root + ".adapters.http.route.PageRequests")
                .should()
                .accessTargetWhere(target(name("find")).and(target(owner(assignableTo(PageSessions.class)))));
    }

    @Test
    void only_requests_for_pages_find_sessions() {
        assertKept(onlyPageRequestsFindSessions(ROOT));
    }

    @Test
    void another_route_that_finds_a_session_is_noticed() {
        assertBroken(onlyPageRequestsFindSessions(fixture("cookies")), "cookies", "FindsASession");
    }

    @Test
    void no_part_of_a_library_reads_cookies() {
        assertKept(noLibraryReadsCookies(ROOT));
    }

    @Test
    void reading_a_cookie_by_a_library_is_noticed() {
        assertBroken(noLibraryReadsCookies(fixture("cookies")), "cookies", "ReadsACookie", "RefersToTheHeader");
    }

    @Test
    void sessions_and_pages_know_no_bearer_tokens() {
        assertKept(sessionsKnowNoBearerTokens(ROOT));
    }

    @Test
    void a_session_that_knows_bearer_tokens_is_noticed() {
        assertBroken(sessionsKnowNoBearerTokens(fixture("cookies")), "cookies", "VerifiesABearer");
    }

    @Test
    void one_class_names_the_header() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            List<String> naming = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(CookieAccessTest::sources)
                    .filter(source -> HEADER.matcher(read(source)).find())
                    .map(source -> source.getFileName().toString())
                    .toList();

            assertEquals(List.of("Cookies.java"), naming);
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
