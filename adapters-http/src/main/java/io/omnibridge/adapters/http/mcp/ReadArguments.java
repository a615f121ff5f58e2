package io.omnibridge.adapters.http.mcp;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.Text;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.ReadMethod;
import java.util.Map;
import java.util.Optional;

/** Makes the request of a read from the arguments of {@code read_api}. */
final class ReadArguments {

    static final String PATH = "path";
    static final String QUERY = "query";

    private ReadArguments() {}

    /** @throws ToolFault if an argument is missing or invalid */
    static ApiRequest request(ToolArguments arguments) {
        String[] path = arguments.text(PATH, ReadArguments::path).split("\\?", 2);
        Optional<String> query =
                arguments.objectOf(QUERY).map(QueryArgument::encoded).filter(it -> !it.isEmpty());
        if (path.length == 2 && query.isPresent()) {
            throw new ToolFault("The path has a query already: give the parameters in one of both places.");
        }
        return new ApiRequest(
                ReadMethod.GET,
                "",
                path[0],
                path.length == 2 ? Optional.of(path[1]) : query,
                Map.of(),
                Optional.empty());
    }

    private static String path(String path) {
        InvalidValue.unless(
                path.startsWith("/") && Text.isVisibleAscii(path) && path.indexOf('#') == -1,
                "must begin with / and be percent-encoded, without a fragment");
        return path;
    }
}
