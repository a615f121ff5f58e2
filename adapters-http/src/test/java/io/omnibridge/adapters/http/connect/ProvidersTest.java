package io.omnibridge.adapters.http.connect;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.domain.account.ProviderId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProvidersTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);

    @Tag("Z1")
    @Tag("L6")
    @Test
    void providers_are_listed_with_the_number_of_the_users_accounts() {
        API.store().put(account(key(ALICE, GOOGLE, "1")));
        API.store().put(account(key(ALICE, GOOGLE, "2")));
        API.store().put(account(key(ALICE, new ProviderId("tracker"), "3")));
        API.store().put(account(key(BOB, NOTION, "4")));
        assertEquals(
                "{\"providers\":["
                        + "{\"id\":\"google\",\"display_name\":\"Google\","
                        + "\"description\":\"Answers about \\\"mail\\\"\","
                        + "\"logo\":\"https://cdn.example/google.svg\",\"sources\":[\"gmail\",\"drive\"],"
                        + "\"scopes\":[\"openid\",\"email\",\"files.read\"],\"accounts\":2},"
                        + "{\"id\":\"notion\",\"display_name\":\"Notion\","
                        + "\"description\":null,\"logo\":null,\"sources\":[\"notion\"],"
                        + "\"scopes\":[\"openid\",\"email\",\"files.read\"],\"accounts\":0}]}",
                steps.send("GET", "/providers", "alice", "").is(200).body());
    }
}
