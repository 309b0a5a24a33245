using System.Net;
using System.Net.Sockets;

namespace HelloWork.Tests.Support;

/// <summary>
/// Ports for portals. One that is free again comes first: the browser's windows that already know its address serve the next portal there,
/// which saves each of them a process, its first page and all that a browser keeps of a place it has been to.
/// </summary>
internal static class Ports
{
    // Below those that systems hand out by themselves; two runs at the same time begin apart.
    private static int _next = 20_000 + (Environment.ProcessId % 1_000 * 10);

    private static readonly SortedSet<int> Free = [];
    private static readonly Lock Taking = new();

    public static int Take()
    {
        lock (Taking)
        {
            var port = Free.Count > 0 ? Free.Min : Next();
            Free.Remove(port);
            return port;
        }
    }

    public static void GiveBack(int port)
    {
        lock (Taking)
            Free.Add(port);
    }

    private static int Next()
    {
        for (; ; _next++)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, _next);
                listener.Start();
                return _next++;
            }
            catch (SocketException)
            {
                // Somebody else's.
            }
        }
    }
}
