package io.omnibridge.bootstrap.e2e;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser whose user fills in Keycloak's pages: signs in where that is asked for, and grants what is asked for. */
final class KeycloakBrowser extends Browser {

    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final int MAX_PAGES = 5;

    private int signIns;

    KeycloakBrowser(Vault vault) {
        super(vault);
    }

    /** Returns how often the user had to sign in. */
    int signIns() {
        return signIns;
    }

    @Override
    String consent(String authorizationUrl) {
        HttpResponse<String> page = open(authorizationUrl);
        for (int i = 0; i < MAX_PAGES; i++) {
            String location = location(page);
            if (location.startsWith(ProvidersFile.PUBLIC_URL)) {
                return location;
            }
            page = location.isEmpty() ? submit(page) : open(location);
        }
        throw new AssertionError("no redirect after: " + page.statusCode() + " " + page.body());
    }

    private HttpResponse<String> submit(HttpResponse<String> page) {
        Matcher action = ACTION.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("no form: " + page.statusCode() + " " + page.body());
        }
        String url = action.group(1).replace("&amp;", "&");
        String target = url.startsWith("/") ? page.uri().resolve(url).toString() : url;
        boolean isSignIn = page.body().contains("name=\"password\"");
        signIns += isSignIn ? 1 : 0;
        return post(target, isSignIn ? signIn() : "accept=Yes");
    }

    private static String signIn() {
        return "username=" + KeycloakServer.USER + "&password="
                + URLEncoder.encode(KeycloakServer.PASSWORD, StandardCharsets.UTF_8);
    }
}
