package io.omnibridge.adapters.store.redis.client;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisDataException;

/** Classifies the error replies of Redis. The text of such a reply may repeat arguments; {@link #code} never does. */
final class RedisErrors {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2,20}(?= |$)");

    /** Redis reports an error inside a script after a text of its own. */
    private static final Pattern CODE_IN_SCRIPT = Pattern.compile("\\b(OOM|WRONGTYPE|READONLY|MISCONF|NOREPLICAS) ");

    private static final Pattern NO_PERMISSION_IN_SCRIPT =
            Pattern.compile("The user executing the script can't|ACL failure in script");

    private static final String NO_PERMISSION = "NOPERM";

    /** Codes of a node that is not, or no longer, the one to send commands to. */
    private static final Set<String> OUT_OF_SERVICE = Set.of("READONLY", "LOADING", "MASTERDOWN", "CLUSTERDOWN");

    private static final Map<String, String> MEANINGS = Map.of(
            "OOM",
            "its memory is full: raise maxmemory, or remove data",
            "READONLY",
            "the server is a replica: OMNIBRIDGE_REDIS_URL must lead to the primary",
            "MASTERDOWN",
            "the server is a replica that lost its primary",
            "LOADING",
            "the server is loading its data",
            "CLUSTERDOWN",
            "the cluster does not serve every slot",
            "MISCONF",
            "the server cannot write to its disk, and so accepts no writes",
            "NOREPLICAS",
            "too few replicas are connected, and so it accepts no writes",
            "NOAUTH",
            "the server demands a password: add it to OMNIBRIDGE_REDIS_URL",
            "WRONGPASS",
            "the server refused the user or the password in OMNIBRIDGE_REDIS_URL",
            NO_PERMISSION,
            "the Redis user lacks a right: compare its ACL with docs/operations.md#user");

    private RedisErrors() {}

    /** Returns the error code, such as WRONGTYPE or READONLY; ERR when there is none. */
    static String code(JedisDataException error) {
        String message = message(error);
        if (NO_PERMISSION_IN_SCRIPT.matcher(message).find()) {
            return NO_PERMISSION;
        }
        Matcher inScript = CODE_IN_SCRIPT.matcher(message);
        if (inScript.find()) {
            return inScript.group(1);
        }
        Matcher code = CODE.matcher(message);
        return code.lookingAt() ? code.group() : "ERR";
    }

    /** Returns the error code and what it means. */
    static String inWords(JedisDataException error) {
        if (isTooManyClients(error)) {
            return "ERR: the server has no free connection: raise maxclients, or lower OMNIBRIDGE_STORE_CONNECTIONS";
        }
        String code = code(error);
        return code + ": " + MEANINGS.getOrDefault(code, "Redis replied with an error");
    }

    static boolean isNoPermission(JedisDataException error) {
        return code(error).equals(NO_PERMISSION);
    }

    /** Returns whether the right to a command is missing, rather than that to a key. */
    static boolean isNoPermissionToRun(JedisDataException error) {
        return message(error).contains(" to run the ");
    }

    /** Returns whether the node is not, or no longer, the one to send commands to. */
    static boolean isOutOfService(JedisDataException error) {
        return OUT_OF_SERVICE.contains(code(error));
    }

    /** Returns whether the key of a read has a value of another type than the command reads. */
    static boolean isWrongType(JedisDataException error) {
        return message(error).startsWith("WRONGTYPE ");
    }

    /** Returns whether the node has no room for another connection from any client. */
    static boolean isTooManyClients(JedisDataException error) {
        return message(error).contains("max number of clients");
    }

    /** Returns whether a node rejected CLUSTER SLOTS because it is a single server. */
    static boolean isNoCluster(JedisDataException error) {
        String message = message(error).toLowerCase(Locale.ROOT);
        return message.startsWith("err unknown") || message.contains("cluster support disabled");
    }

    private static String message(JedisDataException error) {
        return String.valueOf(error.getMessage());
    }
}
