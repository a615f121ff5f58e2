package io.omnibridge.adapters.http.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.net.URLEncoder;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Sends arbitrary callback queries. The response is a page, and only a query of RFC 6749 changes state. */
@Tag("O7")
class ArbitraryCallbacksTest {

    private static final Set<String> KNOWN = Set.of("state", "code", "error", "iss");
    private static final TestApi API = TestApi.standard();
    private static final RawHttp[] CONNECTION = new RawHttp[1];

    /** One parameter, encoded as in the query. */
    record Parameter(String name, String value) {

        @Override
        public String toString() {
            return name + "=" + value;
        }
    }

    @BeforeContainer
    static void start() {
        API.start();
        CONNECTION[0] = API.connect();
        new ConnectSteps(API).beginFor("alice", Backend.IN_FRAGMENT);
    }

    @AfterContainer
    static void stop() {
        CONNECTION[0].close();
        API.stop();
    }

    @Property
    void an_invalid_query_changes_nothing(@ForAll("queries") List<Parameter> query) {
        TestResponse response = send(query);
        boolean hasNoRepetition = KNOWN.stream()
                .allMatch(name -> query.stream()
                                .filter(parameter -> parameter.name().equals(name))
                                .count()
                        <= 1);
        boolean wellFormed = hasNoRepetition && has(query, "state") && has(query, "code") != has(query, "error");
        assertEquals(wellFormed ? 404 : 400, response.status(), () -> query + " " + response);
        assertEquals("text/html;charset=utf-8", response.header("content-type"));
        assertFalse(response.headers().containsKey("location"));
        assertEquals(1, API.attempts().all().get(0).revision());
    }

    @Property
    void arbitrary_bytes_get_a_page_too(@ForAll("junk") String junk) {
        TestResponse response = send(List.of(new Parameter(junk, junk)));
        assertTrue(Set.of(400, 404).contains(response.status()), response::toString);
        assertEquals(1, API.attempts().all().get(0).revision());
    }

    @Provide
    Arbitrary<List<Parameter>> queries() {
        Arbitrary<String> names = Arbitraries.of("state", "code", "error", "iss", "scope", "authuser", "State");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of("", "x", ConnectSteps.wrongTicket(1)),
                Arbitraries.strings()
                        .withCharRange('!', '~')
                        .ofMinLength(1)
                        .map(value -> URLEncoder.encode(value, UTF_8)));
        return Combinators.combine(names, values).as(Parameter::new).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> junk() {
        return Arbitraries.strings()
                .withChars("%&=#;+.abcstateode0fF/?@:")
                .ofMaxLength(40)
                .map(text -> text.replace("#", ""));
    }

    private static TestResponse send(List<Parameter> query) {
        String joined = String.join("&", query.stream().map(Parameter::toString).toList());
        return API.get("/oauth/callback/google?" + joined).sendOn(CONNECTION[0]).hasCommonHeaders();
    }

    /** Returns whether the query has the parameter; one without a value counts as omitted. */
    private static boolean has(List<Parameter> query, String name) {
        return query.stream()
                .anyMatch(parameter ->
                        parameter.name().equals(name) && !parameter.value().isEmpty());
    }
}
