package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code POST /accounts/link} takes of real token responses, and what it never takes: the name of an owner. */
class LinkedTokenResponseTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "refresh_token; \"\"",
                "refresh_token; null",
                "refresh_token_expires_in; null",
                "refresh_token_expires_in; 1",
                "refresh_token_expires_in; 0",
                "token_type; \"Bearer \"",
                "token_type; \"\"",
                "token_type; null",
                "expires_in; \"3600\"",
                "expires_in; 315360001",
                "expires_in; 9223372036854775807",
                "expires_in; 99999999999999999999",
                "expires_in; \"99999999999999999999\"",
                "expires_in; null",
                "expires_at; \"9999-01-01T00:00:00Z\"",
                "expires_at; null",
                "scope; \" a \"",
                "scope; \"a  b\"",
                "scope; \"a\\tb\"",
                "scope; [\"a\", \"b\"]",
                "scope; null",
                "scopes; null",
                "ext_expires_in; 3600",
                "refresh_expires_in; 0",
                "session_state; \"canary\"",
                "not-before-policy; 0",
                "bot_user_id; \"canary\"",
                "authed_user; {\"id\": 1}",
                "stripe_user_id; \"canary\"",
                "created_at; 1700000000",
                "instance_url; \"https://example.org\"",
                "id; \"canary\"",
                "account_id; \"canary\"",
                "canary; [[[]]]",
                "constructor; {}",
                "``; 1"
            })
    @Tag("T21")
    void what_token_responses_carry_is_accepted(String name, String value) throws IOException {
        TestResponse response =
                API.link(LinkValidationTest.with(name, value)).send().is(201);
        assertFalse(response.toString().contains("canary"), response::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id",
                "userId",
                "USER-ID",
                "user",
                "users",
                "username",
                "user_name",
                "user.email",
                "owner",
                "owners",
                "owner_id",
                "account_owner",
                "accountOwnerId",
                "resource_owner",
                "end_user",
                "on_behalf_of",
                "target_user",
                "sub",
                "subject",
                "subject_id",
                "principal",
                "principalName",
                "uid",
                "upn",
                "login",
                "email",
                "actor",
                "preferred_username",
                "linked_by",
                "account",
                "impersonate",
                "for_user",
                "as_user",
                "requested_subject"
            })
    @Tag("T21")
    @Tag("Z3")
    void whatever_names_an_owner_is_rejected_by_name(String name) throws IOException {
        for (String value : List.of("\"bob\"", "null", "{\"id\": 1}")) {
            TestResponse response =
                    API.link(LinkValidationTest.with(name, value)).send().isProblem(400, "invalid_request");
            assertEquals(List.of("/" + name), response.pointers());
        }
        assertTrue(API.store().accounts().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "expires_in; 315360001",
                "expires_in; 9223372036854775807",
                "expires_in; \"99999999999999999999\"",
                "expires_at; \"9999-12-31T23:59:59Z\""
            })
    @Tag("T21")
    void a_long_lifetime_is_ten_years(String name, String value) throws IOException {
        JsonNode account = API.link(LinkValidationTest.with(name, value))
                .send()
                .is(201)
                .json()
                .path("account");
        Instant inTenYears = Instant.now().plus(Duration.ofDays(3650));
        Instant expiry = Instant.parse(account.path("expires_at").textValue());
        assertTrue(Duration.between(expiry, inTenYears).abs().compareTo(Duration.ofMinutes(1)) < 0, expiry::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "null"})
    @Tag("T22")
    void an_account_without_a_lifetime_is_active(String value) throws IOException {
        JsonNode account = API.link(LinkValidationTest.with("expires_in", value))
                .send()
                .is(201)
                .json()
                .path("account");
        assertTrue(account.path("expires_at").isNull());
        assertEquals("active", account.path("status").textValue());
    }
}
