package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.adapters.http.testing.TestSetup;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service whose proxy removes a prefix from the path, and whose page shows no ticket. */
class BehindProxyTest {

    @RegisterExtension
    static final TestApi API = TestSetup.DEFAULT
            .withPublicUrl("https://apps.example/team/vault")
            .requiringReturnTo()
            .api();

    private final ConnectSteps steps = new ConnectSteps(API);

    @Test
    @Tag("C26")
    void locations_have_the_path_of_the_public_url() {
        TestResponse linked = API.link(
                        "{\"provider\":\"google\",\"provider_account_id\":\"a|b\",\"access_token\":\"t\"}")
                .send()
                .is(201);
        TestResponse begun = steps.begin(
                        "alice", "{\"provider\":\"google\",\"return_to\":\"" + Backend.IN_FRAGMENT + "\"}")
                .is(201);

        assertEquals(
                List.of("/team/vault/accounts/google/a%7Cb"), linked.headers().get("location"));
        assertEquals(
                List.of("/team/vault/connect/" + begun.json().path("attempt_id").textValue()),
                begun.headers().get("location"));
    }

    @Test
    @Tag("F6")
    void links_of_a_providers_responses_have_the_path_of_the_public_url() {
        API.linkReadable("google", "work");

        API.get("/api/google/work/gmail/v1/messages")
                .as("alice+data:read")
                .send()
                .is(200);

        assertEquals("/team/vault/api/google/work", API.apis().requests().get(0).base());
    }

    @Test
    @Tag("C23")
    void an_attempt_without_a_return_url_is_rejected_at_once() {
        TestResponse response =
                steps.begin("alice", "{\"provider\":\"google\"}").isProblem(400, "return_to_required");

        assertEquals(List.of("/return_to"), response.pointers());
        assertTrue(response.body().contains("one of the 3 URLs that the operator allows"), response.body());
        assertTrue(API.attempts().all().isEmpty());
    }
}
