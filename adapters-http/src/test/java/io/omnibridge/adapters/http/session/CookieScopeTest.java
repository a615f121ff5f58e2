package io.omnibridge.adapters.http.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.route.PageSessions;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** A cookie opens pages, a bearer token everything else, and neither does the other's part. */
@Tag("W5")
class CookieScopeTest {

    private static SessionApi service;
    private static TestBrowser alice;

    @BeforeAll
    static void start() {
        service = SessionApi.start();
        alice = service.signedIn("alice");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<Route> routesOfPrograms() throws Exception {
        try (SessionApi api = SessionApi.start()) {
            return List.copyOf(api.api.routes()).stream()
                    .filter(route -> route instanceof Route.Guarded
                            || route instanceof Route.Data
                            || route instanceof Route.Agent);
        }
    }

    @ParameterizedTest
    @MethodSource("routesOfPrograms")
    void a_session_opens_no_other_route(Route route) {
        String path = route.template().replaceAll("[{<]\\w+[}>]", "google");

        TestResponse response = alice.call(route.method().name(), path);

        assertEquals(401, response.status(), response::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer alice", "Basic YWxpY2U6YWxpY2U="})
    void a_bearer_token_opens_no_page(String credentials) {
        TestResponse response =
                service.get("/ui/accounts").header("Authorization", credentials).send();

        assertEquals(303, response.status());
        assertEquals("/ui/sign-in?to=%2Fui%2Faccounts", response.header("location"));
    }

    @Test
    void a_bearer_token_does_not_decide_whose_page_it_is() {
        TestResponse response = alice.getAs("mallory", "/ui/accounts");

        assertEquals(200, response.status());
        assertEquals("alice", response.body().split(" ", -1)[0]);
    }

    @Test
    void a_cookie_does_not_decide_who_calls_the_api() {
        assertFalse(alice.getAs("mallory", "/accounts").body().contains("alice"));
        assertEquals(401, alice.getAs("", "/accounts").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "omnibridge_session=sealed-2",
                "__host-omnibridge_session=sealed-2",
                "__Host-omnibridge_session=\"sealed-2\"",
                "__Host-omnibridge_session =sealed-2",
                "__Host-omnibridge_session=sealed-1",
                "__Host-omnibridge_session=",
                "__Host-omnibridge_session=sealed-2; __Host-omnibridge_session=sealed-2",
                "__Host-omnibridge_sign_in=sealed-2"
            })
    void anything_but_the_one_sealed_cookie_is_no_session(String cookie) {
        assertEquals(
                303, service.get("/ui/accounts").header("Cookie", cookie).send().status());
    }

    @Test
    void the_sealed_cookie_of_these_cases_is_a_session() {
        assertEquals(
                200,
                service.get("/ui/accounts")
                        .header("Cookie", "other=1; __Host-omnibridge_session=sealed-2;x")
                        .send()
                        .status());
    }

    @Test
    void only_a_page_below_ui_can_have_a_session() {
        PageSessions sessions = Mockito.mock(PageSessions.class);

        for (String template : List.of("/accounts", "/ui", "/uis/accounts", "/")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Route.Page(HandlerType.GET, template, Set.of(), sessions, (session, request) -> {}));
        }
    }
}
