package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestRequest;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What JWTs count for after their user signed out everywhere. */
@Tag("W1")
class SignedOutTokensTest {

    private static final long SECOND = 1_767_323_045;
    private static final Instant SIGNED_OUT = Instant.ofEpochSecond(SECOND);

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    /** Routes that require a JWT, or accept one. */
    static List<Route> routes() {
        return API.routes().stream()
                .filter(route ->
                        route instanceof Route.Guarded || route instanceof Route.Data || route instanceof Route.Agent)
                .toList();
    }

    private static TestRequest call(Route route, String token) {
        String path =
                route.template().replace("{provider}", "google").replaceAll("\\{[a-z_]+\\}|<path>", "0".repeat(32));
        return API.call(route.method().name(), path).as(token);
    }

    private static TestResponse list(String token) {
        return API.get("/accounts").as(token).send();
    }

    private static double refusals() {
        return API.registry()
                .get("omnibridge.jwt.refusals")
                .tag("reason", "signed_out")
                .counter()
                .count();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void no_route_accepts_a_token_from_before_the_last_sign_out(Route route) {
        API.signOuts().signOut("alice", SIGNED_OUT);
        double before = refusals();

        TestResponse refused = call(route, "alice@" + (SECOND - 1)).send().isProblem(401, "invalid_token");

        assertTrue(refused.header("www-authenticate").startsWith("Bearer"), refused::body);
        assertTrue(refused.header("www-authenticate").endsWith("error=\"invalid_token\""), refused::body);
        assertEquals(
                "The user signed out everywhere, and this token was not issued after that; sign in again.",
                refused.json().path("detail").textValue());
        assertEquals(before + 1, refusals());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void every_route_accepts_a_token_from_after_the_last_sign_out(Route route) {
        API.signOuts().signOut("alice", SIGNED_OUT);

        assertNotEquals(401, call(route, "alice@" + (SECOND + 1)).send().status());
        assertNotEquals(401, call(route, "bob@" + (SECOND - 1)).send().status());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void a_token_of_the_same_second_may_be_older_and_is_rejected(long seconds) {
        API.signOuts().signOut("alice", SIGNED_OUT.plusMillis(1));

        list("alice@" + (SECOND + seconds)).isProblem(401, "invalid_token");
        list("alice@" + (SECOND + 1)).is(200);
    }

    @Test
    void a_token_that_does_not_tell_its_age_counts_only_for_a_user_who_never_signed_out() {
        list("alice").is(200);

        API.signOuts().signOut("alice", SIGNED_OUT);

        list("alice").isProblem(401, "invalid_token");
        list("bob").is(200);
    }

    @Test
    void a_store_that_does_not_tell_is_no_permission() {
        API.signOuts().breakDown();

        list("alice@" + SECOND).isProblem(503, "store_unavailable");
    }

    @Test
    void a_token_that_is_invalid_anyway_says_nothing_about_sign_outs() {
        API.signOuts().breakDown();

        assertEquals(
                "The token is malformed, expired, or issued for another service.",
                list("refused+EXPIRED")
                        .isProblem(401, "invalid_token")
                        .json()
                        .path("detail")
                        .textValue());
    }

    @Test
    void a_sign_out_that_comes_while_a_lease_is_made_ends_the_lease() {
        API.linkReadable("google", "work");
        API.signOuts().signOutAfterNextRead("alice", SIGNED_OUT);

        TestResponse refused = API.call("POST", "/leases")
                .as("alice@" + SECOND + "+leases:write")
                .json("{\"label\":\"agent\"}")
                .send()
                .isProblem(401, "invalid_token");

        assertTrue(refused.header("www-authenticate").endsWith("error=\"invalid_token\""), refused::body);
        List<StoredLease> leases = API.uses().list(new UserId("alice"));
        assertEquals(1, leases.size());
        assertTrue(leases.get(0).endedAt().isPresent());
    }
}
