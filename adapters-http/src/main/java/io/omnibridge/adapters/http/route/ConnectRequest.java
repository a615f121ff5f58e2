package io.omnibridge.adapters.http.route;

import static io.omnibridge.adapters.http.route.JsonObjectReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.application.connect.BeginConnectCommand;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the bodies of {@code POST /connect} and {@code POST /connect/{attempt_id}/complete}. Both methods throw a
 * {@link io.omnibridge.adapters.http.problem.ProblemException} that names every invalid member.
 */
final class ConnectRequest {

    private static final int MAX_URL_LENGTH = 2_048;

    /** Form of every ticket. A value of another form is an invalid request and does not count as a wrong ticket. */
    private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9_-]{43}");

    private ConnectRequest() {}

    /** Reads which attempt {@code body} asks to begin. */
    static BeginConnectCommand begin(ObjectNode body) {
        JsonObjectReader members = new JsonObjectReader(body, Set.of("provider", "scopes", "return_to"));
        Optional<ProviderId> provider = members.required("provider", text(ProviderId::new));
        Optional<Scopes> scopes = members.optional("scopes", array -> scopes(members, array));
        Optional<URI> returnTo = members.optional("return_to", text(ConnectRequest::url));
        members.throwIfInvalid();
        return new BeginConnectCommand(provider.orElseThrow(), scopes, returnTo);
    }

    /** Reads the ticket of {@code body}. */
    static String ticket(ObjectNode body) {
        JsonObjectReader members = new JsonObjectReader(body, Set.of("ticket"));
        Optional<String> ticket = members.required("ticket", text(ConnectRequest::ticket));
        members.throwIfInvalid();
        return ticket.orElseThrow();
    }

    private static Scopes scopes(JsonObjectReader members, JsonNode array) {
        Scopes scopes = members.scopes("scopes").read(array);
        InvalidValue.unless(!array.isEmpty(), "must not be empty; omit it to request all scopes");
        return scopes;
    }

    /** Parses an absolute URL. The operator's allow-list decides later whether it may be used. */
    private static URI url(String value) {
        try {
            InvalidValue.unless(value.length() <= MAX_URL_LENGTH, "must be at most " + MAX_URL_LENGTH + " characters");
            URI url = new URI(value);
            InvalidValue.unless(url.isAbsolute(), "must be an absolute URL");
            return url;
        } catch (URISyntaxException e) {
            throw new InvalidValue("must be an absolute URL");
        }
    }

    private static String ticket(String value) {
        InvalidValue.unless(
                TICKET.matcher(value).matches(), "must be the ticket of 43 characters that the browser received");
        return value;
    }
}
