package io.omnibridge.bootstrap.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;
import io.omnibridge.bootstrap.logging.OneLine;
import io.omnibridge.domain.search.SearchQuery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Client of a running service. */
record ServiceClient(URI service, String token) {

    /** Longer than the longest deadline of a search. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the response to a search. */
    JsonNode search(SearchQuery query) throws ServiceFailed, InterruptedException {
        String base = service.toString().replaceFirst("/$", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/search"))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.createObjectNode().put("q", query.text()).toString()))
                .build();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = StrictJson.readForeignObject(response.body());
            if (response.statusCode() != 200) {
                throw new ServiceFailed("the service responded " + response.statusCode() + ": "
                        + OneLine.of(body.path("detail").asText()));
            }
            return body;
        } catch (MalformedJson e) {
            throw new ServiceFailed("what responds at " + base + " is not OmniBridge");
        } catch (IOException e) {
            throw new ServiceFailed("the service cannot be reached at " + base + " ("
                    + e.getClass().getSimpleName() + ")");
        }
    }
}
