package io.omnibridge.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.contract.ActualResponse;
import io.omnibridge.adapters.http.contract.Schemas;
import io.omnibridge.adapters.http.server.SlowClientLimits;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server accepts exactly the link requests that openapi.yaml describes. */
class LinkRequestAgreementTest {

    private static final JsonPointer SCHEMA = JsonPointer.compile("/components/schemas/LinkRequest");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ContractServer SERVER = new ContractServer(SlowClientLimits.DEFAULT);

    /** Returns members that replace those of a plain request; null removes one. Lengths are on both sides of each limit. */
    static Stream<String> changes() {
        return Stream.concat(text(), numbersAndScopes());
    }

    private static Stream<String> text() {
        return Stream.of(
                "{}",
                "{'provider':null}",
                "{'provider':'GitHub'}",
                "{'provider':'-github'}",
                "{'provider':'" + "g".repeat(63) + "'}",
                "{'provider':'" + "g".repeat(64) + "'}",
                "{'provider_account_id':1}",
                "{'provider_account_id':''}",
                "{'provider_account_id':'..'}",
                "{'provider_account_id':'...'}",
                "{'provider_account_id':'~h:a'}",
                "{'provider_account_id':'a|~h:@+=._-'}",
                "{'provider_account_id':'a b'}",
                "{'provider_account_id':'" + "1".repeat(255) + "'}",
                "{'provider_account_id':'" + "1".repeat(256) + "'}",
                "{'access_token':null}",
                "{'access_token':''}",
                "{'access_token':'with space'}",
                "{'access_token':'ä'}",
                "{'access_token':'" + "t".repeat(16_384) + "'}",
                "{'access_token':'" + "t".repeat(16_385) + "'}",
                "{'token_type':'bEARER'}",
                "{'token_type':'mac'}",
                "{'id_token':{'any':['thing']}}",
                "{'token_type':' Bearer '}",
                "{'token_type':''}",
                "{'refresh_token':''}",
                "{'refresh_token':'with space'}",
                "{'session_state':'a','ext_expires_in':3600,'not-before-policy':0,'bot_user_id':'b'}",
                "{'id':{'any':['thing']}}",
                "{'user_id':'bob'}",
                "{'account_owner':'bob'}",
                "{'username':'bob'}",
                "{'sub':1}",
                "{'email':'bob@example.org'}",
                "{'linked_by':'connect'}");
    }

    private static Stream<String> numbersAndScopes() {
        String many = "s ".repeat(200).strip();
        return Stream.of(
                "{'expires_in':0}",
                "{'expires_in':-1}",
                "{'expires_in':1.5}",
                "{'expires_in':'3600'}",
                "{'expires_in':315360000}",
                "{'expires_in':315360001}",
                "{'expires_at':'2030-01-31T12:00:00Z'}",
                "{'expires_at':'2030-01-31T12:00:00.123456-08:00'}",
                "{'expires_at':'2030-01-31'}",
                "{'expires_at':'2030-01-31T12:00Z'}",
                "{'expires_at':'2030-01-31T12:00:00+01:00:30'}",
                "{'expires_in':'soon'}",
                "{'expires_in':'" + "9".repeat(64) + "'}",
                "{'expires_in':'" + "9".repeat(65) + "'}",
                "{'expires_in':9223372036854775807}",
                "{'expires_at':'9999-12-31T23:59:59Z'}",
                "{'expires_at':1900000000}",
                "{'expires_in':1,'expires_at':'2030-01-31T12:00:00Z'}",
                "{'refresh_token':'r','refresh_token_expires_in':1}",
                "{'refresh_token_expires_in':1}",
                "{'scope':''}",
                "{'scope':'a b'}",
                "{'scope':'a  b'}",
                "{'scope':' a\\tb '}",
                "{'scope':['a','b']}",
                "{'scope':['a b']}",
                "{'scope':1}",
                "{'scope':'quote\\\"'}",
                "{'scope':'" + many + "'}",
                "{'scope':'" + many + " s'}",
                "{'scopes':[]}",
                "{'scopes':['a','a']}",
                "{'scopes':['" + "s".repeat(255) + "']}",
                "{'scopes':['" + "s".repeat(256) + "']}",
                "{'scopes':['" + many.replace(" ", "','") + "']}",
                "{'scopes':['" + many.replace(" ", "','") + "','s']}",
                "{'scopes':'a'}",
                "{'scope':'a','scopes':['a']}");
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @Tag("T21")
    @MethodSource("changes")
    void the_server_accepts_what_the_document_describes_and_nothing_else(String change) throws IOException {
        JsonNode request = request(JSON.readTree(change.replace('\'', '"')));
        List<String> violations = Schemas.violations(SCHEMA, request);

        ActualResponse response = new Client(SERVER.port())
                .send("POST", "/accounts/link", "user-" + change.hashCode(), "application/json", request.toString());

        assertEquals(violations.isEmpty() ? 201 : 400, response.status(), response + " but " + violations);
    }

    private static JsonNode request(JsonNode change) {
        ObjectNode request = JSON.createObjectNode();
        request.put("provider", "github").put("provider_account_id", "583231").put("access_token", "t");
        change.properties().forEach(member -> request.set(member.getKey(), member.getValue()));
        change.properties().stream()
                .filter(member -> member.getValue().isNull())
                .forEach(member -> request.remove(member.getKey()));
        return request;
    }
}
