package io.omnibridge.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.application.lease.MakeLease;
import io.omnibridge.contract.Walk.Target;

/** Responses of the routes of leases, and of data routes to lease tokens. */
final class LeaseResponses {

    private static final String JSON = "application/json";
    private static final ObjectMapper READER = new ObjectMapper();
    private static final Target MAKE = new Target("POST", "/leases");
    private static final Target LIST = new Target("GET", "/leases");
    private static final Target READ = new Target("GET", "/api/google/work/gmail/v1/messages");

    private final Walk walk;

    LeaseResponses(Walk walk) {
        this.walk = walk;
    }

    void walk() {
        DataResponses.link(walk, "peggy", "google", "work", "");
        lifeOfALease();
        rejectedLeases();
        tooManyLeases();
    }

    private void lifeOfALease() {
        walk.expect(200, LIST, "peggy");
        JsonNode used = make(201, "peggy", ",\"max_uses\":1");
        String token = used.path("lease_token").textValue();
        walk.expect(200, new Target("GET", "/api/google"), token);
        walk.expect(200, READ, token);
        walk.expect(401, READ, token);
        JsonNode ended = make(201, "peggy", ",\"sources\":[\"drive\"],\"of\":[\"api\"],\"ttl\":\"PT5M\"");
        token = ended.path("lease_token").textValue();
        walk.expect(403, READ, token);
        Target end = new Target("DELETE", "/leases/" + ended.at("/lease/id").textValue());
        walk.expect(404, end, "mallory");
        walk.expect(204, end, "peggy");
        walk.expect(204, end, "peggy");
        walk.expect(401, READ, token);
        walk.expect(401, new Target("GET", "/api/google"), token);
        walk.expect(200, LIST, "peggy");
        walk.expect(200, new Target("GET", "/audit?log=uses"), "peggy");
        walk.expect(200, new Target("GET", "/audit"), "peggy");
    }

    private void rejectedLeases() {
        make(400, "peggy", ",\"ttl\":\"soon\",\"of\":[\"write\"],\"user_id\":\"alice\"");
        make(400, "user-without-accounts", "");
        make(404, "peggy", ",\"accounts\":[{\"provider\":\"google\",\"provider_account_id\":\"other\"}]");
        walk.expect(400, MAKE, "peggy", JSON, "not JSON");
        walk.expect(415, MAKE, "peggy", "text/plain", "{}");
        walk.expect(404, new Target("DELETE", "/leases/none"), "peggy");
    }

    private void tooManyLeases() {
        DataResponses.link(walk, "rupert", "google", "work", "");
        for (int i = 0; i < MakeLease.MAX_LIVE; i++) {
            make(201, "rupert", "");
        }
        make(409, "rupert", "");
        walk.expect(200, LIST, "rupert");
        walk.expect(200, new Target("GET", "/audit"), "rupert");
    }

    private JsonNode make(int status, String user, String more) {
        try {
            return READER.readTree(walk.expect(status, MAKE, user, JSON, "{\"label\":\"mail agent\"" + more + "}")
                    .body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
