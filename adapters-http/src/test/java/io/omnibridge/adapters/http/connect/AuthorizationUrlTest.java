package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.FakeProviders;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that headers of a request change no URL of a response. */
class AuthorizationUrlTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);

    @Tag("O1")
    @Test
    void every_attempt_has_its_own_state_of_256_bits() {
        BegunAttempt one = steps.begin("alice");
        BegunAttempt other = steps.begin("alice");
        assertTrue(one.state().matches("[A-Za-z0-9_-]{43}"), one.state());
        assertNotEquals(one.state(), other.state());
        assertNotEquals(one.id(), other.id());
    }

    @Tag("O5")
    @Tag("H10")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: http",
                "X-Forwarded-Prefix: /evil",
                "X-Forwarded-Port: 666",
                "Forwarded: host=evil.example;proto=http",
                "X-Original-URL: /evil",
                "Referer: https://evil.example/",
                "Origin: https://evil.example"
            })
    void a_spoofed_header_changes_neither_authorization_url_nor_return_url(String header) {
        String[] field = header.split(": ", 2);
        TestResponse response = API.call("POST", "/connect")
                .header(field[0], field[1])
                .as("alice")
                .json("{\"provider\":\"google\",\"return_to\":\"" + Backend.IN_FRAGMENT + "\"}")
                .send()
                .is(201);
        String url = response.json().path("authorization_url").textValue();
        assertTrue(url.contains("redirect_uri=" + FakeProviders.REDIRECT_URI + "google&"), url);
        TestResponse back = API.get("/oauth/callback/google?code=c&state=" + url.substring(url.indexOf("state=") + 6))
                .header(field[0], field[1])
                .send()
                .is(303);
        assertTrue(back.header("location").startsWith(Backend.IN_FRAGMENT + "#attempt_id="), back::toString);
        assertFalse((response.toString() + back).contains("evil"));
    }

    @Tag("H10")
    @Test
    void a_spoofed_host_does_not_change_the_return_url() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String request = "GET /oauth/callback/google?code=c&state=" + begun.state()
                + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
        try (var connection = API.connect()) {
            TestResponse response = connection.send(request).read().is(303);
            assertTrue(response.header("location").startsWith(Backend.IN_FRAGMENT + "#"), response::toString);
            assertFalse(response.toString().contains("evil"));
        }
        assertEquals("returned", steps.status("alice", begun));
    }
}
