package io.omnibridge.adapters.store.redis.client;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisDataException;

/** What a server says when it does not do as it was asked. */
final class RedisErrors {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,20}(?= |$)");

    /** What a script met stands behind what Redis says about the script. */
    private static final Pattern CODE_IN_SCRIPT = Pattern.compile("\\b(OOM|WRONGTYPE) ");

    private RedisErrors() {}

    /** The first word, or that of what a script met: only these never repeat what the server was given. */
    static String code(JedisDataException refusal) {
        String message = String.valueOf(refusal.getMessage());
        Matcher inScript = CODE_IN_SCRIPT.matcher(message);
        if (inScript.find()) {
            return inScript.group(1);
        }
        Matcher code = CODE.matcher(message);
        return code.lookingAt() ? code.group() : "ERR";
    }

    /** Whether something stands under the key of a read that OmniBridge would not put there. */
    static boolean isOfAnotherType(JedisDataException refusal) {
        return String.valueOf(refusal.getMessage()).startsWith("WRONGTYPE ");
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
