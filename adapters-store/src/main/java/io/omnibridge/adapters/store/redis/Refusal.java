package io.omnibridge.adapters.store.redis;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisDataException;

/** What a server says when it does not do as it was asked. */
final class Refusal {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,20}(?= |$)");

    private Refusal() {}

    /** The first word: the only part of it that never repeats what the server was given. */
    static String code(JedisDataException refusal) {
        Matcher code = CODE.matcher(String.valueOf(refusal.getMessage()));
        return code.lookingAt() ? code.group() : "ERR";
    }

    /** Whether it is about how busy the server is, and not about who asks. */
    static boolean isOfEverybody(JedisDataException refusal) {
        return String.valueOf(refusal.getMessage()).contains("max number of clients");
    }

    /** Whether a server says that it knows nothing of clusters, when asked about its own. */
    static boolean isOfNoCluster(JedisDataException refusal) {
        String message = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
        return message.startsWith("err unknown") || message.contains("cluster support disabled");
    }
}
