using System.Diagnostics;

namespace HelloWork.Tests.Notifications;

/// <summary>Runs where Debian's python3-aiosmtpd is installed; elsewhere it says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmtpServerFactAttribute : FactAttribute
{
    // Debian's own first: another Python on the path doesn't see Debian's packages.
    private static readonly Lazy<string?> There = new(() => Array.Find(["/usr/bin/python3", "python3"], HasServer));

    /// <summary>The Python that has it.</summary>
    public static string Python => There.Value ?? throw new InvalidOperationException("No Python has aiosmtpd.");

    public SmtpServerFactAttribute()
    {
        if (There.Value is null)
            Skip = "Needs a real SMTP server: apt-get install python3-aiosmtpd.";
    }

    private static bool HasServer(string python)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
            asked.WaitForExit();
            return asked.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
