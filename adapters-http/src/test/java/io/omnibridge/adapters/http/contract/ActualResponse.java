package io.omnibridge.adapters.http.contract;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Response of a server, to be compared with openapi.yaml. Header names are in lower case. */
public record ActualResponse(int status, Map<String, List<String>> headers, String body) {

    public ActualResponse {
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT), header -> List.copyOf(header.getValue())));
    }

    public static ActualResponse of(HttpResponse<String> response) {
        return new ActualResponse(response.statusCode(), response.headers().map(), response.body());
    }

    /** Returns all values of a header; {@code name} is in lower case. */
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
