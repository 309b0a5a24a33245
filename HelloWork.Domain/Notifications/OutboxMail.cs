using System.Text.Json;

namespace HelloWork.Domain.Notifications;

/// <summary>
/// 送信待ちメール: written in the same transaction as the change it tells of, sent later by the scheduler, at least once.
/// It holds a wording key and parameters; the text is made when it is sent, in the reader's language.
/// </summary>
public sealed class OutboxMail
{
    private OutboxMail() { }

    public OutboxMail(MailKind kind, Guid recipient, DateTime now, string onceKey, IReadOnlyDictionary<string, string> parameters, string? address = null)
    {
        Id = Common.NewId.Next();
        Kind = kind;
        RecipientAccountId = recipient;
        CreatedAt = now;
        NextTryAt = now;
        OnceKey = onceKey;
        Address = address;
        Parameters = JsonSerializer.Serialize(parameters);
    }

    /// <summary>Also the Message-ID, so that a mail sent twice after a crash can be told as one.</summary>
    public Guid Id { get; private set; }
    public MailKind Kind { get; private set; }
    public Guid RecipientAccountId { get; private set; }
    /// <summary>Where it goes when that isn't the account's own address: one that is still to be confirmed, or the one Hello Work knows.</summary>
    public string? Address { get; private set; }
    /// <summary>Unique: what is told once stays told once, whoever writes it again.</summary>
    public string OnceKey { get; private set; } = "";
    public string Parameters { get; private set; } = "{}";
    public DateTime CreatedAt { get; private set; }
    /// <summary>UTC. Also the lease: of two senders who saw the same value only one gets to move it.</summary>
    public DateTime NextTryAt { get; private set; }
    public DateTime? SentAt { get; private set; }
    public DateTime? GivenUpAt { get; private set; }
    public int Tries { get; private set; }
    public string? LastError { get; private set; }

    public const int MostTries = 8;

    public IReadOnlyDictionary<string, string> ReadParameters() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Parameters) ?? [];

    /// <summary>Takes the mail for this sender: no other one picks it up before <paramref name="until"/>.</summary>
    public void Lease(DateTime until) => NextTryAt = until;

    public void MarkSent(DateTime now)
    {
        SentAt = now;
        LastError = null;
    }

    /// <summary>Tries again after 1, 2, 4 … minutes; gives up after <see cref="MostTries"/>.</summary>
    public void MarkFailed(DateTime now, string error)
    {
        Tries++;
        LastError = error.Length > 500 ? error[..500] : error;
        if (Tries >= MostTries)
            GivenUpAt = now;
        else
            NextTryAt = now.AddMinutes(Math.Pow(2, Tries - 1));
    }

    /// <summary>Never tries (again): there is nobody to send it to.</summary>
    public void GiveUp(DateTime now, string reason)
    {
        GivenUpAt = now;
        LastError = reason;
    }
}

/// <summary>お知らせの種類: each has its wording in every language.</summary>
public enum MailKind
{
    DirectRequestArrived = 1,
    DirectRequestApplied = 2,
    DirectRequestDeclined = 3,
    DirectRequestLapsedToSeeker = 4,
    DirectRequestLapsedToEmployer = 5,
    DirectRequestJobEndedToSeeker = 6,
    DirectRequestRegistrationEndedToSeeker = 7,
    DirectRequestRegistrationEndedToEmployer = 8,
    ApplicationArrived = 9,
    ApplicationWithdrawn = 10,
    ApplicationOutcome = 11,
    ApplicationMessageToSeeker = 12,
    ApplicationMessageToEmployer = 13,
    JobOfferEnded = 14,
    RegistrationEnded = 15,
    AccountDisabled = 16,
    PasswordChanged = 17,
    DirectRequestJobEndedToEmployer = 18,
    /// <summary>14, 7 and 1 days before the last day (PV-05).</summary>
    RegistrationEndsSoon = 31,
    /// <summary>To the seeker: a counselor has corrected name, birth date or contact (CO-01).</summary>
    PersonalDetailsCorrected = 34,
    /// <summary>To the seeker: a counselor has corrected what they say of wishes and career.</summary>
    StatementCorrected = 35,
    /// <summary>To the seeker: such a correction waits for their review (PV-03).</summary>
    StatementToReview = 36,
    /// <summary>User ID and authentication key (AC-01); the key is drawn when the mail is sent.</summary>
    AccountOpeningKey = 40,
    /// <summary>Somebody wished to open a second account; there is one already (AC-05).</summary>
    AccountAlreadyOpen = 41,
    /// <summary>To the address Hello Work knows: an account is being opened with another one.</summary>
    AccountOpeningElsewhere = 42,
    /// <summary>A key for a new password (AC-03); drawn when the mail is sent.</summary>
    PasswordReissueKey = 43,
    EmailChangeKeyToOld = 44,
    EmailChangeKeyToNew = 45,
    EmailChanged = 46,
    SecondFactorOn = 47,
    SecondFactorOff = 48,
    RecoveryCodesRenewed = 49,
    PasskeyAdded = 50,
    PasskeyRemoved = 51,
    GuidanceArrived = 30,
    /// <summary>To the employer: Hello Work answered (CO-03).</summary>
    InquiryAnswered = 24,
    /// <summary>To the seeker: Hello Work answered (AP-04).</summary>
    ConsultationAnswered = 25,
    /// <summary>A seeker demands deletion (PR-04); to the provider.</summary>
    DeletionDemanded = 60,
    /// <summary>Something should have been deleted (PR-03); to the provider, once a day.</summary>
    DeletionOverdue = 61,
    /// <summary>The provider has answered a demand; to the seeker.</summary>
    DeletionAnswered = 62,
    /// <summary>Correction is ordered and the provider suspended (OV-02).</summary>
    CorrectionOrdered = 63,
    ProviderRemoved = 64,
    /// <summary>The office has decided on a seeker's report (OV-01).</summary>
    ComplaintDecided = 65,
    /// <summary>To the seeker: a counselor referred them, or offers to (CO-04).</summary>
    ReferralArrived = 26,
    ReferralToEmployer = 27,
    /// <summary>To the seeker.</summary>
    ReferralOutcomeRecorded = 28,
    /// <summary>To the seeker: new jobs of a saved search (新着のお知らせ).</summary>
    SearchAlert = 70,
    /// <summary>求人が公開された (CO-02)</summary>
    JobOfferPublished = 19,
    /// <summary>求人が差し戻された (CO-02)</summary>
    JobOfferSentBack = 20,
    /// <summary>事業所の紹介と写真の確認が終わった (JO-04)</summary>
    OfficeProfileChecked = 21,
    /// <summary>To the seeker: times for an interview to pick from (AP-05).</summary>
    InterviewOffered = 80,
    InterviewAgreedToSeeker = 81,
    InterviewAgreedToEmployer = 82,
    /// <summary>To the employer: none of the times suits.</summary>
    InterviewNoneSuits = 83,
    InterviewMovedToSeeker = 84,
    InterviewMovedToEmployer = 85,
    InterviewCalledOffToSeeker = 86,
    InterviewCalledOffToEmployer = 87,
    /// <summary>The day before.</summary>
    InterviewReminderToSeeker = 88,
    InterviewReminderToEmployer = 89,
    /// <summary>To the seeker: times nobody had picked were taken back.</summary>
    InterviewTimesWithdrawn = 90,
    /// <summary>To the seeker: by when the employer will answer (AP-05).</summary>
    AnswerPromised = 91,
    /// <summary>To the employer: the day they promised has come.</summary>
    AnswerOwed = 92,
    /// <summary>14 and 3 days before a job's last day (JO-05).</summary>
    JobOfferEndsSoon = 93,
    /// <summary>To the seeker, the day before a request's last day (DR-06).</summary>
    DirectRequestEndsSoon = 94,
    /// <summary>To the seeker, the day before the last time offered for an interview.</summary>
    InterviewTimesEndSoon = 95,
    /// <summary>Nobody picked one of the times offered.</summary>
    InterviewTimesPassedToSeeker = 96,
    InterviewTimesPassedToEmployer = 97,
    /// <summary>To the employer: the day has come by which the job card promises a result.</summary>
    ResultOwed = 98,
    /// <summary>To the provider, a week and a day before something has to be deleted (PR-03, PR-04).</summary>
    DeletionDueSoon = 99,
    /// <summary>To the provider, the day before an order's deadline (OV-02).</summary>
    OrderDueSoon = 100,
    /// <summary>To the seeker, three days before the last day of jobs they saved or began to apply for (JO-05).</summary>
    SavedJobsEndSoon = 101,
    /// <summary>To the seeker, a week before the files of an application never sent are deleted.</summary>
    DraftFilesEndSoon = 102,
}
