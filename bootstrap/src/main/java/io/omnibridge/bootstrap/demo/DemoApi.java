package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The APIs of the demo server. They take the access tokens that the demo issued, and for accounts that are linked by token such as
 * {@code demo-access-token-of-alice}: {@code GET /me} tells the account's id, and what else there is depends on the beginning of
 * the path. Thread-safe.
 */
final class DemoApi {

    private static final Pattern TOKEN_OF_ACCOUNT =
            Pattern.compile("demo-access-token-of-([A-Za-z0-9][A-Za-z0-9._-]{0,63})");

    private static final String SCHEME = "Bearer ";

    /** The only read by POST. */
    private static final String SEARCH = "/notion/v1/search";

    private final DemoGrants grants;
    private final Map<String, DemoArea> areas;

    /** @param url the base URL of the server, for links to next pages */
    DemoApi(URI url, DemoMessages messages, DemoGrants grants) {
        this.grants = grants;
        this.areas = Map.of(
                "/v1/messages", new DemoMailbox(url, messages),
                "/google/gmail/v1", new DemoGmail(messages),
                "/google/drive/v3", new DemoDrive(),
                "/github", new DemoGithub(),
                "/notion/v1", new DemoNotion());
    }

    /** @param authorization the header of the request */
    DemoResponse respond(String method, Optional<String> authorization, URI target, JsonNode body) {
        boolean isRead = Set.of("GET", "HEAD").contains(method)
                || (method.equals("POST") && target.getPath().equals(SEARCH));
        if (!isRead) {
            return DemoResponse.failed(405, "the demo is read-only");
        }
        return accountOf(authorization.orElse(""))
                .map(account -> read(new DemoCall(method, account, target.getPath(), DemoCall.query(target), body)))
                .orElseGet(() -> DemoResponse.failed(
                        401, "the access token must be one of the demo, or look like demo-access-token-of-alice"));
    }

    private Optional<String> accountOf(String authorization) {
        if (!authorization.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String token = authorization.substring(SCHEME.length());
        Matcher account = TOKEN_OF_ACCOUNT.matcher(token);
        return account.matches() ? Optional.of(account.group(1)) : grants.accountOf(token);
    }

    private DemoResponse read(DemoCall call) {
        if (call.path().equals("/me")) {
            return DemoResponse.ok(
                    DemoResponse.object().put("id", call.account()).put("email", call.account() + "@demo.example"));
        }
        return areas.entrySet().stream()
                .filter(it -> call.path().startsWith(it.getKey()))
                .findFirst()
                .flatMap(it -> it.getValue().respond(call.below(it.getKey())))
                .orElseGet(() -> DemoResponse.failed(404, "there is no such thing or path"));
    }
}
