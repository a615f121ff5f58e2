package io.omnibridge.adapters.http.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseRoutesTest {

    private static final String ALICE = "alice+leases:write";
    private static final String READ = "/api/google/work/gmail/v1/messages";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @BeforeEach
    void alice_has_an_account() {
        API.linkReadable("google", "work");
    }

    private static TestResponse make(String body) {
        return API.call("POST", "/leases").as(ALICE).json(body).send();
    }

    private static String token(String body) {
        return make(body).is(201).json().path("lease_token").textValue();
    }

    private static TestResponse read(String token) {
        return API.get(READ).as(token).send();
    }

    @Test
    void a_lease_is_made_with_defaults_and_shows_its_token_once() {
        TestResponse made = make("{\"label\":\"mail agent\"}").is(201);
        JsonNode lease = made.json().path("lease");

        assertEquals("mail agent", lease.path("label").textValue());
        assertTrue(lease.path("sources").isNull());
        assertEquals("work", lease.at("/accounts/0/provider_account_id").textValue());
        assertEquals("[\"search\",\"item\",\"api\"]", lease.path("of").toString());
        assertEquals(200, lease.path("max_uses").intValue());
        assertEquals(0, lease.path("used").intValue());
        assertEquals("/leases/" + lease.path("id").textValue(), made.header("location"));
        String token = made.json().path("lease_token").textValue();
        assertFalse(API.get("/leases").as(ALICE).send().is(200).body().contains(token));
    }

    @Test
    @Tag("N1")
    void a_lease_opens_the_proxy_until_its_uses_are_made() {
        String token = token("{\"label\":\"agent\",\"max_uses\":2}");

        read(token).is(200);
        read(token).is(200);
        TestResponse ended = read(token).isProblem(401, "lease_ended");
        assertEquals("uses", ended.json().path("ended_by").textValue());
        assertTrue(ended.header("www-authenticate").startsWith("Bearer"));
        assertEquals(2, API.uses().receipts().size());
    }

    @Test
    @Tag("N1")
    void a_lease_that_its_owner_ended_opens_nothing_and_stays_listed() {
        TestResponse made = make("{\"label\":\"agent\"}").is(201);
        String path = made.header("location");

        API.call("DELETE", path).as("bob+leases:write").send().isProblem(404, "not_found");
        API.call("DELETE", path).as(ALICE).send().is(204);
        API.call("DELETE", path).as(ALICE).send().is(204);

        TestResponse ended = read(made.json().path("lease_token").textValue()).isProblem(401, "lease_ended");
        assertEquals("owner", ended.json().path("ended_by").textValue());
        JsonNode listed = API.get("/leases").as(ALICE).send().json().at("/leases/0");
        assertEquals("owner", listed.path("ended_by").textValue());
        assertEquals(
                "The lease was ended at " + listed.path("ended_at").textValue() + "; ask the user for another one.",
                ended.json().path("detail").textValue());
    }

    @Test
    @Tag("N1")
    void a_lease_that_was_used_up_tells_when() {
        String token = make("{\"label\":\"agent\",\"max_uses\":1}")
                .is(201)
                .json()
                .path("lease_token")
                .textValue();
        read(token).is(200);

        TestResponse over = read(token).isProblem(401, "lease_ended");

        JsonNode listed = API.get("/leases").as(ALICE).send().json().at("/leases/0");
        assertEquals("uses", listed.path("ended_by").textValue());
        assertEquals(
                "The last use of the lease was made at "
                        + listed.path("ended_at").textValue() + "; ask the user for another one.",
                over.json().path("detail").textValue());
    }

    @Test
    @Tag("N1")
    void a_lease_lists_what_can_be_read_without_a_use_until_it_ends() {
        TestResponse made = make("{\"label\":\"agent\",\"max_uses\":1}").is(201);
        String token = made.json().path("lease_token").textValue();
        API.get("/api/google").as(token).send().is(200);
        API.get("/api/google").as(token).send().is(200);

        API.call("DELETE", made.header("location")).as(ALICE).send().is(204);
        API.get("/api/google").as(token).send().isProblem(401, "lease_ended");
    }

    @Test
    @Tag("N1")
    void a_lease_expires() {
        TestResponse made = make("{\"label\":\"agent\",\"ttl\":\"PT1M\"}").is(201);
        API.clock().advance(Duration.ofSeconds(60));

        TestResponse ended = read(made.json().path("lease_token").textValue()).isProblem(401, "lease_ended");
        assertEquals("expiry", ended.json().path("ended_by").textValue());
        assertEquals(
                "The lease expired at " + made.json().at("/lease/expires_at").textValue()
                        + "; ask the user for another one.",
                ended.json().path("detail").textValue());
    }

    @Test
    @Tag("N1")
    void an_account_that_is_linked_later_is_outside_of_the_lease() {
        String token = token("{\"label\":\"agent\"}");
        API.link(
                        "{\"provider\":\"google\",\"provider_account_id\":\"home\",\"access_token\":\"at-of-twenty-characters\"}")
                .send()
                .is(201);

        TestResponse refused =
                API.get("/api/google/home/gmail/v1/messages").as(token).send().isProblem(403, "outside_lease");
        assertTrue(refused.body().contains("not for this account"), refused::body);
    }

    @ParameterizedTest
    @Tag("N2")
    @CsvSource({
        "GET, /accounts",
        "POST, /accounts/link",
        "GET, /accounts/google/work",
        "DELETE, /accounts/google/work",
        "GET, /audit",
        "GET, /audit?log=uses",
        "GET, /providers",
        "POST, /connect",
        "POST, /leases",
        "GET, /leases",
        "DELETE, /leases/00000000000000000000000000000000"
    })
    void a_lease_opens_no_other_route(String method, String target) {
        String token = token("{\"label\":\"agent\"}");

        API.call(method, target).as(token).send().isProblem(401, "invalid_token");
        API.call(method, target).as("agents+alice+data:read").send().isProblem(401, "invalid_token");
    }

    @ParameterizedTest
    @Tag("N2")
    @ValueSource(strings = {"/sources", "/search?q=plans", "/items/none", "/api/google", READ})
    void a_token_for_agents_alone_opens_no_other_data_route(String target) {
        API.get(target).as("agents+alice+data:read").send().isProblem(401, "invalid_token");
    }

    @Test
    @Tag("N1")
    void a_guessed_token_is_refused_like_any_other() {
        API.get(READ).as("obl_guessed").send().isProblem(401, "invalid_token");
    }

    @Test
    void the_log_of_uses_names_the_lease() {
        read(token("{\"label\":\"mail agent\"}")).is(200);

        JsonNode event = API.get("/audit?log=uses").as("alice").send().json().at("/events/0");
        assertEquals("mail agent", event.at("/lease/label").textValue());
        assertTrue(event.path("client").isNull());
    }

    @Test
    void making_leases_needs_its_scope_and_not_that_of_data() {
        API.call("POST", "/leases")
                .as("alice+data:read")
                .json("{\"label\":\"agent\"}")
                .send()
                .isProblem(403, "insufficient_scope");
        API.get("/leases").as("alice").send().isProblem(403, "insufficient_scope");
    }

    @Test
    void an_account_that_is_not_there_is_not_found_and_no_account_at_all_is_said() {
        make("{\"label\":\"a\",\"accounts\":[{\"provider\":\"google\",\"provider_account_id\":\"nothing\"}]}")
                .isProblem(404, "not_found");
        API.call("POST", "/leases")
                .as("bob+leases:write")
                .json("{\"label\":\"a\"}")
                .send()
                .isProblem(400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /label",
                "{\"label\":\"\"} | /label",
                "{\"label\":\"a\",\"ttl\":\"1h\"} | /ttl",
                "{\"label\":\"a\",\"ttl\":\"PT59S\"} | /ttl",
                "{\"label\":\"a\",\"ttl\":\"PT24H1S\"} | /ttl",
                "{\"label\":\"a\",\"max_uses\":0} | /max_uses",
                "{\"label\":\"a\",\"max_uses\":100001} | /max_uses",
                "{\"label\":\"a\",\"max_uses\":1.5} | /max_uses",
                "{\"label\":\"a\",\"of\":[]} | /of",
                "{\"label\":\"a\",\"of\":[\"write\"]} | /of/0",
                "{\"label\":\"a\",\"sources\":[\"mail\"]} | /sources/0",
                "{\"label\":\"a\",\"accounts\":[]} | /accounts",
                "{\"label\":\"a\",\"accounts\":[{\"provider\":\"google\"}]} | /accounts/0",
                "{\"label\":\"a\",\"user\":\"bob\"} | /user"
            })
    void an_invalid_member_is_named(String body, String pointer) {
        assertEquals(
                List.of(pointer), make(body).isProblem(400, "invalid_request").pointers());
    }

    @Test
    void the_hundred_and_first_live_lease_is_refused() {
        for (int i = 0; i < 100; i++) {
            make("{\"label\":\"a\"}").is(201);
        }

        make("{\"label\":\"a\"}").isProblem(409, "too_many_leases");
    }
}
