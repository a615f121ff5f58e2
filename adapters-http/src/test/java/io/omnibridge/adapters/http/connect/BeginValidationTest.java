package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid requests to {@code POST /connect} begin no attempt, and the response names the error. */
class BeginValidationTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);

    @AfterEach
    void no_attempt_began() {
        assertTrue(API.attempts().all().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                   | /provider",
                "{'provider':null}                                    | /provider",
                "{'provider':'Google'}                                | /provider",
                "{'provider':['google']}                              | /provider",
                "{'provider':''}                                      | /provider",
                "{'provider':'google','scope':'openid'}               | /scope",
                "{'provider':'google','code':'x'}                     | /code",
                "{'provider':'google','redirect_uri':'https://x.example'} | /redirect_uri",
                "{'provider':'google','state':'x'}                    | /state",
                "{'provider':'google','scopes':'openid'}              | /scopes",
                "{'provider':'google','scopes':null}                  | /scopes",
                "{'provider':'google','scopes':[]}                    | /scopes",
                "{'provider':'google','scopes':['two words']}         | /scopes/0",
                "{'provider':'google','scopes':['openid',1]}          | /scopes/1",
                "{'provider':'google','return_to':null}               | /return_to",
                "{'provider':'google','return_to':1}                  | /return_to",
                "{'provider':'google','return_to':''}                 | /return_to",
                "{'provider':'google','return_to':'/connected'}       | /return_to",
                "{'provider':'google','return_to':'https://a b'}      | /return_to",
                "{'provider':'google','return_to':'//app.example/connected'} | /return_to",
                "{'provider':'x y','scopes':1,'return_to':2,'more':3} | /more /provider /scopes /return_to"
            })
    void every_invalid_member_is_named(String body, String pointers) {
        TestResponse response = steps.begin("alice", body.replace('\'', '"')).isProblem(400, "invalid_request");
        assertEquals(List.of(pointers.split(" ")), response.pointers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"provider\":\"google\",\"provider\":\"google\"}",
                "{\"provider\":\"google\"} x"
            })
    void anything_but_one_object_is_rejected(String body) {
        API.call("POST", "/connect").as("alice").json(body).send().isProblem(400, "invalid_request");
    }

    @Test
    void only_json_is_accepted() {
        byte[] form = "provider=google".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        TestResponse response = API.call("POST", "/connect")
                .as("alice")
                .body("application/x-www-form-urlencoded", form)
                .send();
        ConnectSteps.checked("POST", "/connect", response).isProblem(415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"github", "corporate", "google-", "none"})
    void an_unknown_provider_has_its_own_code(String provider) {
        TestResponse response = steps.begin("alice", "{\"provider\":\"" + provider + "\"}");
        assertEquals(
                List.of("/provider"),
                response.isProblem(400, "unknown_provider").pointers());
        assertFalse(response.body().contains(provider + "\""), response.body());
    }

    @Test
    void scopes_beyond_the_providers_have_their_own_code() {
        TestResponse response =
                steps.begin("alice", "{\"provider\":\"google\",\"scopes\":[\"openid\",\"files.write\"]}");
        assertEquals(
                List.of("/scopes"), response.isProblem(400, "scopes_refused").pointers());
    }

    @Tag("O6")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/connected",
                "https://app.example/",
                "https://app.example/connected/",
                "https://app.example/connected?",
                "https://app.example/connected?x=y",
                "https://app.example/connected#x",
                "https://app.example/connected%2F..",
                "https://app.example/%63onnected",
                "https://app.example/x/../connected",
                "https://app.example:443/connected",
                "https://app.example.evil.example/connected",
                "https://app.example@evil.example/connected",
                "https://user@app.example/connected",
                "https://APP.example/connected",
                "HTTPS://app.example/connected",
                "http://app.example/connected",
                "https:app.example/connected",
                "https:///app.example/connected",
                "https://query?page=a b",
                "https://app.example/query?page=b",
                "javascript:alert(1)",
                "data:text/html,x",
                "urn:app.example"
            })
    void a_return_url_outside_of_the_allow_list_is_rejected(String returnTo) {
        TestResponse response = steps.begin("alice", "{\"provider\":\"google\",\"return_to\":\"" + returnTo + "\"}");
        String code = response.json().path("code").textValue();
        response.isProblem(400, returnTo.contains(" ") ? "invalid_request" : "return_to_refused");
        assertEquals(List.of("/return_to"), response.pointers(), code);
        assertFalse(response.body().contains(returnTo), response.body());
    }

    @Test
    void a_url_that_is_too_long_is_rejected() {
        String url = Backend.IN_FRAGMENT + "x".repeat(2_048);
        steps.begin("alice", "{\"provider\":\"google\",\"return_to\":\"" + url + "\"}")
                .isProblem(400, "invalid_request");
    }
}
