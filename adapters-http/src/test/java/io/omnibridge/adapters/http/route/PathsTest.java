package io.omnibridge.adapters.http.route;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H7")
class PathsTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/",
                "/accounts//google/1",
                "//accounts",
                "/Accounts",
                "/ACCOUNTS/google/1",
                "/accounts/google/1/",
                "/./accounts",
                "/x/../accounts",
                "/accounts/.",
                "/accounts/google/..",
                "/accounts/google/../google/1",
                "/%2e/accounts",
                "/x/%2e%2e/accounts",
                "/accounts/google/%2e%2e/google/1",
                "/accounts/google%2f1",
                "/accounts%2Fgoogle/1",
                "/accounts/google/1%2f",
                "/accounts/google/1%5c",
                "/accounts/google/%2e%2e",
                "/accounts/google/1;x=y",
                "/accounts;x=y",
                "/accounts;/google/1",
                "/accounts/google;/1",
                "/;/accounts",
                "/accounts/google/1%3bx",
                "/accounts/google/1%00",
                "/accounts%00",
                "/accounts/google/%c0%af",
                "/accounts/google/%c0%b1",
                "/accounts/google/%e0%80%af",
                "/accounts/google/%ff",
                "/accounts/google/%",
                "/accounts/google/%1",
                "/accounts/google/%zz",
                "/accounts/google/%2531",
                "/accounts/google/1%20",
                "/accounts/google/1%0d%0a",
                "/accounts/google/%u0031",
                "/accounts/google/1#x",
                "/accounts#",
                "/accounts\\",
                "/accounts/Google/1",
                "/accounts/go%6fgle/1%31",
                "/accounts/google/\u00ef\u00bc\u0091",
                "/accounts/google/%EF%BC%91",
                "/%61ccounts/google/",
                "/audit/",
                "/api",
                "/api/",
                "/api/google/",
                "/api/google/1",
                "/leases/",
                "/healthz/",
                "/openapi.yaml/..",
                "accounts",
                "*",
                "/..",
                "/%",
                "/;jsessionid=1",
                "/accounts/google/1;jsessionid=1"
            })
    void an_ambiguous_path_leads_nowhere(String target) {
        API.store().put(account(key(ALICE, GOOGLE, "1")));
        TestResponse response = API.get(target).as("alice").send();
        assertTrue(response.status() == 400 || response.status() == 404, response::toString);
        response.isProblem(response.status(), response.status() == 400 ? "invalid_request" : "not_found");
        assertFalse(response.body().contains("ccounts"), response::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a|b /accounts/google/a%7Cb",
                "a+b=c@d:e~f._- /accounts/google/a+b=c@d:e~f._-",
                "+ /accounts/google/+",
                "~ /accounts/google/~",
                "... /accounts/google/...",
                "A /accounts/google/A"
            })
    void an_account_is_found_at_its_location(String id, String location) {
        TestResponse linked = API.link(
                        "{\"provider\":\"google\",\"provider_account_id\":\"%s\",\"access_token\":\"t\"}".formatted(id))
                .send()
                .is(201);
        assertEquals(location, linked.header("location"));
        TestResponse found = API.get(location).as("alice").send().is(200);
        assertEquals(id, found.json().path("provider_account_id").textValue());
        API.call("DELETE", location).as("alice").send().is(204);
        API.get(location).as("alice").send().isProblem(404, "not_found");
    }

    @Test
    void an_id_may_have_unnecessary_percent_encodings() {
        API.store().put(account(key(ALICE, GOOGLE, "a+b@c|d")));
        API.get("/accounts/google/a%2Bb%40c%7cd").as("alice").send().is(200);
        API.get("/accounts/google/%61+b@c%7Cd").as("alice").send().is(200);
    }

    @Test
    void ids_are_case_sensitive() {
        API.store().put(account(key(ALICE, GOOGLE, "id")));
        API.get("/accounts/google/ID").as("alice").send().isProblem(404, "not_found");
    }

    @Test
    void an_unencoded_bar_is_accepted_or_rejected() {
        API.store().put(account(key(ALICE, GOOGLE, "a|b")));
        TestResponse response = API.get("/accounts/google/a|b").as("alice").send();
        assertTrue(response.status() == 200 || response.status() == 400, response::toString);
    }

    @Tag("H10")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Prefix: /evil",
                "Forwarded: host=evil.example;proto=https",
                "X-Original-URL: /healthz",
                "X-Rewrite-URL: /healthz",
                "X-Forwarded-For: 203.0.113.1",
                "Referer: https://evil.example/"
            })
    void a_spoofed_header_changes_no_url(String header) {
        String[] field = header.split(": ", 2);
        TestResponse response = API.link(
                        "{\"provider\":\"google\",\"provider_account_id\":\"1\",\"access_token\":\"t\"}")
                .header(field[0], field[1])
                .send()
                .is(201);
        assertEquals("/accounts/google/1", response.header("location"));
        assertFalse(response.toString().contains("evil"), response::toString);
    }
}
