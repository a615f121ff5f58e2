package io.omnibridge.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.bootstrap.config.Config;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.DevelopmentMode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which routes of the pages there are. */
class UiWiringTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Map<String, String> ISSUER = Map.of(
            "OMNIBRIDGE_JWT_ISSUER", "http://127.0.0.1:1",
            "OMNIBRIDGE_JWT_AUDIENCE", "omnibridge",
            "OMNIBRIDGE_JWKS_URL", "http://127.0.0.1:1/keys",
            "OMNIBRIDGE_PUBLIC_URL", "https://bridge.example");

    private static List<Route> routes(Config config) {
        return new Wiring(config, Clock.systemUTC(), RANDOM).routes();
    }

    private static Set<String> templates(String... namesAndValues) throws ConfigInvalid {
        Map<String, String> environment = new HashMap<>(ISSUER);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return routes(Config.from(environment)).stream().map(Route::template).collect(Collectors.toSet());
    }

    @Test
    void there_are_none_without_a_client_at_the_issuer() throws ConfigInvalid {
        Set<String> templates = templates();

        assertFalse(templates.contains("/"));
        assertTrue(templates.stream().noneMatch(it -> it.startsWith("/ui/sign") || it.startsWith("/ui/accounts")));
    }

    @Test
    void people_sign_in_and_out_at_the_issuer() throws ConfigInvalid {
        Set<String> templates = templates("OMNIBRIDGE_UI_CLIENT_ID", "pages");

        assertTrue(templates.containsAll(Set.of(
                "/", "/ui/sign-in", "/ui/signed-in", "/ui/sign-out", "/ui/signed-out", "/ui/back-channel-logout")));
    }

    @Test
    @Tag("W6")
    void the_issuer_can_tell_of_sign_outs_only_where_it_names_users_as_the_api_does() throws ConfigInvalid {
        Set<String> templates = templates("OMNIBRIDGE_UI_CLIENT_ID", "pages", "OMNIBRIDGE_JWT_USER_CLAIM", "oid");

        assertTrue(templates.contains("/ui/signed-in"));
        assertFalse(templates.contains("/ui/back-channel-logout"));
    }

    @Test
    @Tag("W5")
    void every_page_with_a_session_is_below_ui() throws ConfigInvalid {
        List<String> pages = routes(DevelopmentMode.config(Map.of(), RANDOM, Catalogue.empty())).stream()
                .filter(Route.Page.class::isInstance)
                .map(Route::template)
                .toList();

        assertTrue(pages.contains("/ui/sign-out"));
        assertEquals(
                List.of(), pages.stream().filter(it -> !it.startsWith("/ui/")).toList());
    }
}
