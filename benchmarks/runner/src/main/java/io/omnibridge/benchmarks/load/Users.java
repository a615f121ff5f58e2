package io.omnibridge.benchmarks.load;

import java.util.List;

/** The made-up users and what each of them links: one account at each of three providers, with three scopes each. */
public final class Users {

    public static final List<String> PROVIDERS = List.of("github", "google", "notion");

    /** The providers whose APIs are read. One alone takes at most 64 calls at a time. */
    public static final List<String> READABLE = List.of("google", "one", "two", "three");

    /** The id of each account at its provider. */
    public static final String ACCOUNT = "110169484474386276334";

    private static final String LINK = """
            {"provider":"%s","provider_account_id":"%s","access_token":"%s",\
            "refresh_token":"%s","token_type":"Bearer","expires_in":31536000,"scope":"openid email profile"}""";

    /** As long as Google's. */
    private static final String ACCESS_TOKEN = "ya29.".concat("a0AfH6SMBx".repeat(16));

    private static final String REFRESH_TOKEN = "1//".concat("0gLn5k3QzT".repeat(10));

    private Users() {}

    /** The name of a user, in the {@code sub} of their tokens. */
    public static String name(int number) {
        return "user-" + number;
    }

    /** The body of a request that links an account at {@code provider}. */
    public static String linkBody(String provider) {
        return LINK.formatted(provider, ACCOUNT, ACCESS_TOKEN, REFRESH_TOKEN);
    }

    /** Whose the {@code index}th of {@code count} tokens is, so that they are spread evenly over {@code users} users. */
    static int spread(int index, int count, int users) {
        return count < users ? Math.toIntExact((long) index * users / count) : index % users;
    }
}
