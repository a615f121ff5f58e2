package io.omnibridge.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.http.testing.FakeApis;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.contract.Walk.Target;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.Map;

/** Responses of the routes that search, list sources and read items. */
final class SearchResponses {

    private static final String JSON = "application/json";
    private static final String NAME = "quentin";
    private static final ObjectMapper READER = new ObjectMapper();
    private static final Target SEARCH = new Target("GET", "/search");
    private static final Target POST = new Target("POST", "/search");
    private static final Target SOURCES = new Target("GET", "/sources");

    private final Walk walk;

    SearchResponses(Walk walk) {
        this.walk = walk;
    }

    void walk() {
        walk.server().apis().answerWith(() -> new ApiReadResult.Response(200, Map.of(), FakeApis.bodyOf("{}")));
        walk.expect(200, SOURCES, NAME);
        walk.expect(200, SEARCH.with("?q=plans"), NAME);
        DataResponses.link(walk, NAME, "google", "work", ",\"label\":\"quentin@example.org\"");
        pages();
        rejected();
        item();
    }

    private void pages() {
        walk.expect(200, SOURCES, NAME);
        walk.expect(200, new Target("HEAD", "/sources"), NAME);
        walk.expect(200, new Target("HEAD", "/search?q=plans"), NAME);
        JsonNode page = json(200, SEARCH.with("?q=plans&source=gmail&source=drive&limit=2"), "");
        String cursor = page.path("next_cursor").textValue();
        walk.expect(200, SEARCH.with("?q=plans&source=gmail&source=drive&cursor=" + cursor), NAME);
        json(200, POST, "{\"q\":\"plans\",\"source\":[\"drive\",\"gmail\"],\"cursor\":\"" + cursor + "\"}");
        answer(new ApiReadResult.LimitReached("another group", Duration.ofSeconds(2)));
        walk.expect(200, SEARCH.with("?q=plans"), NAME);
        for (UseFailure failure : UseFailure.values()) {
            answer(new ApiReadResult.Failed(failure));
            walk.expect(200, SEARCH.with("?q=plans"), NAME);
        }
    }

    private void rejected() {
        walk.expect(400, SEARCH, NAME);
        walk.expect(400, SEARCH.with("?q=plans&source=mail"), NAME);
        walk.expect(400, SEARCH.with("?q=plans&cursor=none"), NAME);
        json(400, POST, "{\"q\":\"\",\"source\":[]}");
        walk.expect(415, POST, NAME, "text/plain", "{}");
    }

    private void item() {
        answer(new ApiReadResult.Response(200, Map.of(), FakeApis.bodyOf("{}")));
        String ref = json(200, POST, "{\"q\":\"plans\"}").at("/items/0/ref").textValue();
        Target item = new Target("GET", "/items/" + ref);
        walk.expect(200, item, NAME);
        walk.expect(200, new Target("HEAD", item.path()), NAME);
        walk.expect(404, item, "mallory");
        failed(item, 403, UseFailure.NOT_GRANTED);
        failed(item, 429, UseFailure.BUSY);
        failed(item, 500, UseFailure.CREDENTIALS_UNREADABLE);
        failed(item, 502, UseFailure.PROVIDER_REDIRECT);
        failed(item, 503, UseFailure.PROVIDER_UNAVAILABLE);
        failed(item, 504, UseFailure.PROVIDER_TIMEOUT);
        walk.server().faults.during(new StoreUnavailable("away"), () -> walk.expect(503, item, NAME));
        walk.server().faults.during(new IllegalStateException("token"), () -> walk.expect(500, item, NAME));
        DataResponses.link(walk, NAME, "google", "work", ",\"expires_at\":\"2020-01-31T12:00:00Z\"", 200);
        walk.expect(409, item, NAME);
        walk.expect(200, SOURCES, NAME);
    }

    private void failed(Target item, int status, UseFailure reason) {
        answer(new ApiReadResult.Failed(reason));
        walk.expect(status, item, NAME);
    }

    private void answer(ApiReadResult answer) {
        walk.server().apis().answerWith(() -> answer);
    }

    private JsonNode json(int status, Target target, String body) {
        try {
            return READER.readTree(walk.expect(status, target, NAME, JSON, body).body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
